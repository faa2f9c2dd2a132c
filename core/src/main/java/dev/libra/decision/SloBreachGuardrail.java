package dev.libra.decision;

import dev.libra.metrics.Sample;
import java.util.Locale;

/** Never scales down while the service breaks its SLO. */
public final class SloBreachGuardrail implements Guardrail {
  private static final String NAME = "slo-breach";
  private final double maxErrorRate;

  /**
   * @param maxErrorRate failed share above which the SLO counts as broken
   */
  public SloBreachGuardrail(double maxErrorRate) {
    this.maxErrorRate = maxErrorRate;
  }

  @Override
  public Verdict check(Situation situation, int wished) {
    Sample sample = situation.sample();
    if (sample == null || wished >= situation.current() || !broken(situation)) {
      return Verdict.passed(NAME, wished);
    }
    String sentence =
        String.format(
            Locale.ROOT,
            "P95 %.0f ms of %.0f ms, errors %.2f %%: no scale-down in a breach",
            sample.p95Ms(),
            situation.service().sloMs(),
            sample.errorRate() * 100);
    return new Verdict(NAME, "ScaleDownInSloBreach", sentence, wished, situation.current());
  }

  private boolean broken(Situation situation) {
    Sample sample = situation.sample();
    return sample.p95Ms() > situation.service().sloMs() || sample.errorRate() > maxErrorRate;
  }
}
