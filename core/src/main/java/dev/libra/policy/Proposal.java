package dev.libra.policy;

import dev.libra.fleet.Check;
import java.util.Map;
import java.util.TreeMap;

/**
 * A policy's wish and its reason.
 *
 * @param desired replicas it wants
 * @param reason a phrase that ends the sentence "hpa scaled search 1 → 3: …"
 * @param terms the numbers behind it: action probabilities, Q-values or the formula's terms
 */
public record Proposal(int desired, String reason, Map<String, Double> terms) {

  public Proposal {
    Check.between("desired", desired, 0, 1000);
    Check.text("reason", reason);
    terms = new TreeMap<>(terms);
    terms.forEach((term, value) -> Check.between(term, value, -1e12, 1e12));
  }

  public static Proposal hold(int desired, String reason) {
    return new Proposal(desired, reason, Map.of());
  }
}
