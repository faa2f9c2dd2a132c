package dev.libra.decision;

import dev.libra.fleet.Check;

/** Limits how many replicas one decision adds or removes. */
public final class StepGuardrail implements Guardrail {
  private static final String NAME = "step";
  private final int maxUp;
  private final int maxDown;

  public StepGuardrail(int maxUp, int maxDown) {
    this.maxUp = (int) Check.between("maxUp", maxUp, 1, 1000);
    this.maxDown = (int) Check.between("maxDown", maxDown, 1, 1000);
  }

  @Override
  public Verdict check(Situation situation, int wished) {
    int highest = situation.current() + maxUp;
    int lowest = situation.current() - maxDown;
    if (wished > highest) {
      return new Verdict(
          NAME, "ScaleUpStepLimit", "at most " + maxUp + " replicas more at once", wished, highest);
    }
    if (wished < lowest) {
      return new Verdict(
          NAME,
          "ScaleDownStepLimit",
          "at most " + maxDown + " replicas fewer at once",
          wished,
          lowest);
    }
    return Verdict.passed(NAME, wished);
  }
}
