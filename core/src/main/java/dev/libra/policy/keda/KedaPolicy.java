package dev.libra.policy.keda;

import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import dev.libra.policy.sizing.RateTarget;
import dev.libra.policy.sizing.RateWindow;
import dev.libra.policy.sizing.Recommendations;
import dev.libra.policy.sizing.ScaleUpLimit;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * KEDA's scaling on a request rate.
 *
 * <p>KEDA hands the rate to an HPA as an external metric with an AverageValue target: ceil(rate ÷
 * target), unless rate ÷ (replicas × target) is within the tolerance of 1 ({@code
 * GetExternalPerPodMetricReplicas} in Kubernetes' {@code replica_calculator.go}). After {@code
 * failureThreshold} failed readings the fallback's count stands in for the metric
 * (https://keda.sh/docs/latest/reference/scaledobject-spec/#fallback); before that, the count is
 * kept.
 */
public final class KedaPolicy implements Policy {
  private static final double EPSILON = 1e-9;

  private final KedaSettings settings;
  private final PolicyId id;
  private final RateWindow window;
  private final Recommendations recommendations;
  private final ScaleUpLimit upLimit;
  private Instant nextSync = Instant.MIN;
  private int failures;

  public KedaPolicy(KedaSettings settings) {
    this.settings = settings;
    this.id = new PolicyId("keda", "2", Integer.toHexString(settings.toString().hashCode()));
    this.window = new RateWindow(settings.window());
    this.recommendations = new Recommendations(settings.downStabilization());
    this.upLimit = new ScaleUpLimit(settings.upPercent(), settings.upPods(), settings.upPeriod());
  }

  @Override
  public PolicyId id() {
    return id;
  }

  @Override
  public Proposal propose(Observation observation) {
    Instant now = observation.at();
    int current = observation.desired();
    window.add(observation.sample());
    upLimit.observe(now, current);
    if (now.isBefore(nextSync)) {
      return Proposal.hold(current, "between two syncs");
    }
    nextSync = now.plus(settings.sync());
    if (recommendations.isEmpty()) {
      recommendations.add(now, current);
    }
    if (observation.age().compareTo(settings.staleAfter()) <= 0) {
      failures = 0;
      return fromRate(observation);
    }
    failures++;
    return withoutRate(observation);
  }

  private Proposal fromRate(Observation observation) {
    double rate = window.mean();
    double perReplica = settings.target().perReplica(observation.service());
    int current = observation.desired();
    double ratio = rate / (Math.max(1, current) * perReplica);
    boolean near = Math.abs(ratio - 1) <= settings.tolerance() + EPSILON;
    int recommended = near ? current : RateTarget.ceil(rate / perReplica);
    String reason =
        String.format(Locale.ROOT, "%.1f requests/s at %.1f per replica", rate, perReplica);
    Map<String, Double> terms =
        Map.of(
            "rps", rate,
            "targetRps", perReplica,
            "usageRatio", ratio,
            "recommended", (double) recommended);
    return limited(observation, recommended, reason, terms);
  }

  private Proposal withoutRate(Observation observation) {
    int current = observation.desired();
    if (failures < settings.failureThreshold() || settings.fallbackReplicas() == 0) {
      return Proposal.hold(current, "no rate to scale on, reading " + failures + " failed");
    }
    return limited(
        observation,
        settings.fallbackReplicas(),
        "fallback after " + failures + " failed readings",
        Map.of("failures", (double) failures));
  }

  private Proposal limited(
      Observation observation, int recommended, String reason, Map<String, Double> terms) {
    Instant now = observation.at();
    int current = observation.desired();
    recommendations.add(now, recommended);
    int stabilized = recommendations.stabilize(now, current, recommended);
    int desired = observation.service().clamp(Math.min(stabilized, upLimit.allowed(current)));
    String text = recommended == desired ? reason : reason + ", recommended " + recommended;
    return new Proposal(desired, text, terms);
  }
}
