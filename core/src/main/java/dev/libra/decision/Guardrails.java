package dev.libra.decision;

import java.util.ArrayList;
import java.util.List;

/** Guard rails one after the other, each on what the one before let through. */
public final class Guardrails {
  private final List<Guardrail> guardrails;

  /**
   * @param guardrails in order; the bounds belong last, so that nothing leaves them
   */
  public Guardrails(List<Guardrail> guardrails) {
    this.guardrails = List.copyOf(guardrails);
  }

  /** Every guard rail's verdict, in order. */
  public List<Verdict> check(Situation situation, int wished) {
    List<Verdict> verdicts = new ArrayList<>();
    int count = wished;
    for (Guardrail guardrail : guardrails) {
      Verdict verdict = guardrail.check(situation, count);
      verdicts.add(verdict);
      count = verdict.after();
    }
    return List.copyOf(verdicts);
  }
}
