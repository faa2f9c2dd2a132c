package dev.libra.decision;

import java.time.Duration;

/** Never scales down on metrics that are missing or older than a limit. */
public final class StaleMetricsGuardrail implements Guardrail {
  private static final String NAME = "stale-metrics";
  private final Duration limit;

  public StaleMetricsGuardrail(Duration limit) {
    this.limit = limit;
  }

  @Override
  public Verdict check(Situation situation, int wished) {
    boolean fresh = situation.age() != null && situation.age().compareTo(limit) <= 0;
    if (fresh || wished >= situation.current()) {
      return Verdict.passed(NAME, wished);
    }
    String age = situation.age() == null ? "missing" : situation.age().toSeconds() + " s old";
    return new Verdict(
        NAME,
        "ScaleDownOnStaleMetrics",
        "the metrics are "
            + age
            + ", allowed are "
            + limit.toSeconds()
            + " s: no scale-down on them",
        wished,
        situation.current());
  }
}
