package dev.libra.ui.overview;

import dev.libra.control.Agreement;
import dev.libra.control.ServiceStatus;
import dev.libra.policy.PolicyId;
import dev.libra.ui.component.Format;

/** A service's policy, by name and digest, and how those agree that are asked beside it. */
final class PolicyLine {
  private static final int DIGITS = 12;

  private PolicyLine() {}

  static String of(ServiceStatus status) {
    StringBuilder line = new StringBuilder("policy ").append(name(status.policy()));
    if (status.standIn()) {
      line.append(", its fallback stands in");
    }
    status.agreements().forEach(a -> line.append("; ").append(of(a)));
    return line.toString();
  }

  private static String of(Agreement agreement) {
    String who = agreement.role() + " " + name(agreement.policy());
    return agreement.compared() == 0
        ? who + ": not compared yet"
        : who + ": agrees in " + Format.percent(agreement.share()) + " of " + agreement.compared();
  }

  private static String name(PolicyId id) {
    String digest = id.digest();
    return id.name() + " " + digest.substring(0, Math.min(DIGITS, digest.length()));
  }
}
