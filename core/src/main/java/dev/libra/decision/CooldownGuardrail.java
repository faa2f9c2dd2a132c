package dev.libra.decision;

import java.time.Duration;
import java.time.Instant;

/** Waits between a change and the next one; scale-up and scale-down wait differently long. */
public final class CooldownGuardrail implements Guardrail {
  private static final String NAME = "cool-down";
  private final Duration beforeUp;
  private final Duration beforeDown;

  public CooldownGuardrail(Duration beforeUp, Duration beforeDown) {
    this.beforeUp = beforeUp;
    this.beforeDown = beforeDown;
  }

  @Override
  public Verdict check(Situation situation, int wished) {
    Instant last = situation.lastChange();
    if (last == null || wished == situation.current()) {
      return Verdict.passed(NAME, wished);
    }
    boolean up = wished > situation.current();
    Instant allowed = last.plus(up ? beforeUp : beforeDown);
    if (!situation.at().isBefore(allowed)) {
      return Verdict.passed(NAME, wished);
    }
    long wait = Math.max(1, Duration.between(situation.at(), allowed).toSeconds());
    return new Verdict(
        NAME,
        up ? "ScaleUpCoolingDown" : "ScaleDownCoolingDown",
        "changed at " + last + ": next change in " + wait + " s",
        wished,
        situation.current());
  }
}
