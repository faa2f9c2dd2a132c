package dev.libra.decision;

import dev.libra.fleet.Check;
import java.time.Instant;

/**
 * Which decisions to read, newest first.
 *
 * @param service only this one's, or null for all
 * @param before only decisions earlier than this, or null
 * @param onlyChanges leave out those that kept the count
 * @param limit at most this many, 1 to 1000
 */
public record DecisionQuery(String service, Instant before, boolean onlyChanges, int limit) {

  public DecisionQuery {
    if (service != null) {
      Check.name("service", service);
    }
    Check.between("limit", limit, 1, 1000);
  }

  public static DecisionQuery latest(int limit) {
    return new DecisionQuery(null, null, false, limit);
  }

  /** Whether the decision is one of those asked for, but for the limit. */
  public boolean matches(Decision decision) {
    return (service == null || service.equals(decision.service()))
        && (before == null || decision.at().isBefore(before))
        && (!onlyChanges || decision.changed());
  }
}
