package dev.libra.policy.hpa;

import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import dev.libra.policy.sizing.Recommendations;
import dev.libra.policy.sizing.ScaleUpLimit;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * The Kubernetes Horizontal Pod Autoscaler (autoscaling/v2) on CPU.
 *
 * <p>Every {@code sync} it recommends ceil(replicas × CPU ÷ target) as {@link UsageCalculator}
 * says, keeps a scale-down above the {@link Recommendations} of the stabilization window, and a
 * scale-up below its {@link ScaleUpLimit}. Between two syncs it wishes for what there is.
 */
public final class HpaPolicy implements Policy {
  private static final String VERSION = "autoscaling/v2";

  private final HpaSettings settings;
  private final PolicyId id;
  private final CpuWindow window;
  private final UsageCalculator calculator;
  private final Recommendations recommendations;
  private final ScaleUpLimit upLimit;
  private Instant nextSync = Instant.MIN;

  public HpaPolicy(HpaSettings settings) {
    this.settings = settings;
    this.id = new PolicyId("hpa", VERSION, Integer.toHexString(settings.toString().hashCode()));
    this.window = new CpuWindow(settings.metricWindow());
    this.calculator = new UsageCalculator(settings.targetCpu(), settings.tolerance());
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
    window.add(observation.sample(), now);
    upLimit.observe(now, current);
    if (now.isBefore(nextSync)) {
      return Proposal.hold(current, "between two syncs");
    }
    nextSync = now.plus(settings.sync());
    if (recommendations.isEmpty()) {
      recommendations.add(now, current);
    }
    return evaluate(observation, now, current);
  }

  private Proposal evaluate(Observation observation, Instant now, int current) {
    ReplicaGroups groups = ReplicaGroups.of(observation.sample(), window, settings, now);
    if (groups.readyCpu().isEmpty()) {
      return Proposal.hold(current, "no replica with a usable CPU metric");
    }
    int recommended = calculator.recommend(groups, current);
    recommendations.add(now, recommended);
    int stabilized = recommendations.stabilize(now, current, recommended);
    int limited = Math.min(stabilized, upLimit.allowed(current));
    int desired = observation.service().clamp(limited);
    double cpu = calculator.mean(groups);
    return new Proposal(
        desired, reason(cpu, recommended, desired), terms(groups, cpu, recommended, stabilized));
  }

  private String reason(double cpu, int recommended, int desired) {
    String text =
        String.format(
            Locale.ROOT, "CPU %.0f %% of %.0f %% target", cpu * 100, settings.targetCpu() * 100);
    return recommended == desired ? text : text + ", recommended " + recommended;
  }

  private Map<String, Double> terms(
      ReplicaGroups groups, double cpu, int recommended, int stabilized) {
    return Map.of(
        "cpu", cpu,
        "targetCpu", settings.targetCpu(),
        "usageRatio", cpu / settings.targetCpu(),
        "readyReplicas", (double) groups.readyCpu().size(),
        "unreadyReplicas", (double) groups.unready(),
        "missingReplicas", (double) groups.missing(),
        "recommended", (double) recommended,
        "stabilized", (double) stabilized);
  }
}
