package dev.libra.decision;

import dev.libra.fleet.Check;

/**
 * What one guard rail said of a wish.
 *
 * @param reason code such as {@code ScaleDownInSloBreach}, or {@code Passed}
 * @param before replicas wished for
 * @param after replicas the guard rail lets through
 */
public record Verdict(String guardrail, String reason, String sentence, int before, int after) {
  /** Reason code of a wish that passed unchanged. */
  public static final String PASSED = "Passed";

  public Verdict {
    Check.name("guardrail", guardrail);
    Check.text("reason", reason);
    Check.text("sentence", sentence);
  }

  static Verdict passed(String guardrail, int wished) {
    return new Verdict(guardrail, PASSED, "nothing to object", wished, wished);
  }

  public boolean changed() {
    return before != after;
  }
}
