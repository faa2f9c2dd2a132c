package dev.libra.policy.holtwinters;

import dev.libra.metrics.Sample;
import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import dev.libra.policy.sizing.RateWindow;
import dev.libra.policy.sizing.Recommendations;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * Provisions for the highest rate that {@link HoltWinters} forecasts within the horizon, and at
 * least for the present one.
 */
public final class HoltWintersPolicy implements Policy {
  private final HoltWintersSettings settings;
  private final PolicyId id;
  private final HoltWinters series;
  private final RateWindow window;
  private final Recommendations recommendations;
  private Instant stepEnd;

  public HoltWintersPolicy(HoltWintersSettings settings) {
    this.settings = settings;
    this.id =
        new PolicyId("holt-winters", "1", Integer.toHexString(settings.toString().hashCode()));
    this.series =
        new HoltWinters(
            settings.alpha(),
            settings.beta(),
            settings.gamma(),
            settings.damping(),
            settings.seasonSteps());
    this.window = new RateWindow(settings.step());
    this.recommendations = new Recommendations(settings.downStabilization());
  }

  @Override
  public PolicyId id() {
    return id;
  }

  @Override
  public Proposal propose(Observation observation) {
    boolean fresh = window.add(observation.sample());
    if (fresh) {
      advance(observation.sample());
    }
    double present = window.mean();
    double forecast = series.isEmpty() ? present : highestForecast();
    double rate = Math.max(present, forecast * (1 + settings.headroom()));
    int recommended = settings.target().replicas(observation.service(), rate);
    Instant now = observation.at();
    recommendations.add(now, recommended);
    int stabilized = recommendations.stabilize(now, observation.desired(), recommended);
    return new Proposal(
        observation.service().clamp(stabilized),
        String.format(
            Locale.ROOT,
            "%.1f requests/s now, at most %.1f within %d s",
            present,
            forecast,
            settings.horizon().toSeconds()),
        Map.of("rps", present, "forecast", forecast, "recommended", (double) recommended));
  }

  /** Ends the steps that the sample lies behind; one without samples repeats the last rate. */
  private void advance(Sample sample) {
    if (stepEnd == null) {
      stepEnd = sample.at().plus(settings.step());
      series.add(sample.requestsPerSecond());
      return;
    }
    int most = settings.seasonSteps();
    for (int i = 0; i <= most && !sample.at().isBefore(stepEnd); i++) {
      series.add(window.mean());
      stepEnd = stepEnd.plus(settings.step());
    }
    if (!sample.at().isBefore(stepEnd)) {
      stepEnd = sample.at().plus(settings.step());
    }
  }

  private double highestForecast() {
    double highest = 0;
    for (int ahead = 1; ahead <= settings.horizonSteps(); ahead++) {
      highest = Math.max(highest, series.forecast(ahead));
    }
    return highest;
  }
}
