package dev.libra.policy.kpa;

import dev.libra.metrics.Sample;
import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import dev.libra.policy.sizing.RateTarget;
import dev.libra.policy.sizing.RateWindow;
import dev.libra.policy.sizing.Recommendations;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * Knative's pod autoscaler (KPA).
 *
 * <p>Every tick it divides the metric's mean over a stable and over a panic window by the target,
 * both limited by the rates of change. When the panic window wants at least {@code panicThreshold}
 * × the ready replicas, it panics: the larger of both counts is taken, and the count doesn't fall
 * until a stable window has passed without cause.
 *
 * <p>Source: {@code pkg/autoscaler/scaling/autoscaler.go} of Knative Serving, described in
 * https://knative.dev/docs/serving/autoscaling/kpa-specific/
 */
public final class KpaPolicy implements Policy {
  private final KpaSettings settings;
  private final PolicyId id;
  private final RateWindow stable;
  private final RateWindow panic;
  private final PanicMode mode;
  private final Recommendations wishes;
  private Instant nextTick = Instant.MIN;

  public KpaPolicy(KpaSettings settings) {
    this.settings = settings;
    this.id = new PolicyId("kpa", "1", Integer.toHexString(settings.toString().hashCode()));
    this.stable = new RateWindow(settings.stableWindow());
    this.panic = new RateWindow(settings.panicWindow());
    this.mode = new PanicMode(settings.stableWindow());
    this.wishes = new Recommendations(settings.scaleDownDelay());
  }

  @Override
  public PolicyId id() {
    return id;
  }

  @Override
  public Proposal propose(Observation observation) {
    Sample sample = observation.sample();
    Instant now = observation.at();
    double value = settings.metric().of(sample);
    stable.add(sample.at(), value);
    panic.add(sample.at(), value);
    if (now.isBefore(nextTick)) {
      return Proposal.hold(observation.desired(), "between two ticks");
    }
    int ready = sample.ready();
    if (nextTick.equals(Instant.MIN) && ready > 1) {
      mode.begin(now, ready);
    }
    nextTick = now.plus(settings.tick());
    return evaluate(observation, Math.max(1, ready));
  }

  private Proposal evaluate(Observation observation, int ready) {
    double perReplica = settings.perReplica(observation.service());
    int byPanic = RateTarget.ceil(panic.mean() / perReplica);
    mode.update(observation.at(), byPanic >= settings.panicThreshold() * ready);
    int stableCount = limited(RateTarget.ceil(stable.mean() / perReplica), ready);
    int panicCount = limited(byPanic, ready);
    int wished = mode.on() ? mode.keep(Math.max(stableCount, panicCount)) : stableCount;
    wishes.add(observation.at(), wished);
    int delayed = wishes.stabilize(observation.at(), observation.desired(), wished);
    Map<String, Double> terms =
        Map.of(
            "stable",
            stable.mean(),
            "panic",
            panic.mean(),
            "perReplica",
            perReplica,
            "stableReplicas",
            (double) stableCount,
            "panicReplicas",
            (double) panicCount,
            "panicking",
            mode.on() ? 1.0 : 0.0);
    return new Proposal(observation.service().clamp(delayed), reason(perReplica), terms);
  }

  private int limited(int wished, int ready) {
    int most = RateTarget.ceil(settings.maxScaleUpRate() * ready);
    int fewest = (int) Math.floor(ready / settings.maxScaleDownRate());
    return Math.min(Math.max(wished, fewest), most);
  }

  private String reason(double perReplica) {
    String unit = settings.metric().name().toLowerCase(Locale.ROOT);
    return String.format(
        Locale.ROOT,
        "%s %.1f, in the panic window %.1f, at %.1f per replica%s",
        unit,
        stable.mean(),
        panic.mean(),
        perReplica,
        mode.on() ? ", panicking" : "");
  }
}
