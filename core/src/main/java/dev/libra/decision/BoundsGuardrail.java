package dev.libra.decision;

/** Keeps the count between the service's bounds. */
public final class BoundsGuardrail implements Guardrail {
  private static final String NAME = "bounds";

  @Override
  public Verdict check(Situation situation, int wished) {
    int allowed = situation.service().clamp(wished);
    if (allowed == wished) {
      return Verdict.passed(NAME, wished);
    }
    boolean tooMany = allowed < wished;
    String sentence =
        tooMany ? "at most " + allowed + " replicas" : "at least " + allowed + " replicas";
    return new Verdict(
        NAME, tooMany ? "TooManyReplicas" : "TooFewReplicas", sentence, wished, allowed);
  }
}
