package dev.libra.control.ejb;

import dev.libra.policy.fixed.FixedSettings;
import dev.libra.policy.holtwinters.HoltWintersSettings;
import dev.libra.policy.hpa.HpaSettings;
import dev.libra.policy.keda.KedaSettings;
import dev.libra.policy.kpa.KpaMetric;
import dev.libra.policy.kpa.KpaSettings;
import dev.libra.policy.seasonal.SeasonalMaxSettings;
import dev.libra.policy.sizing.RateTarget;
import java.time.Duration;

/** The keys {@code libra.policy.<name>.…}, with each policy's own defaults. */
final class PolicyKeys {
  private static final double DAY_S = 86_400;
  private static final double MONTH_S = 31 * DAY_S;
  private final Settings settings;

  PolicyKeys(Settings settings) {
    this.settings = settings;
  }

  HpaSettings hpa() {
    HpaSettings stock = HpaSettings.stock();
    String p = "libra.policy.hpa.";
    return new HpaSettings(
        settings.number(p + "target-cpu", stock.targetCpu(), 0.01, 10),
        settings.number(p + "tolerance", stock.tolerance(), 0, 1),
        seconds(p + "sync-s", stock.sync(), 1),
        seconds(p + "metric-window-s", stock.metricWindow(), 1),
        seconds(p + "down-stabilization-s", stock.downStabilization(), 0),
        settings.integer(p + "up-percent", stock.upPercent(), 0, 10_000),
        settings.integer(p + "up-pods", stock.upPods(), 0, 1000),
        seconds(p + "up-period-s", stock.upPeriod(), 1),
        seconds(p + "cpu-initialization-s", stock.cpuInitialization(), 0),
        seconds(p + "initial-readiness-s", stock.initialReadiness(), 0));
  }

  KedaSettings keda() {
    KedaSettings stock = KedaSettings.stock();
    String p = "libra.policy.keda.";
    return new KedaSettings(
        target(p, stock.target()),
        settings.number(p + "tolerance", stock.tolerance(), 0, 1),
        seconds(p + "sync-s", stock.sync(), 1),
        seconds(p + "window-s", stock.window(), 1),
        seconds(p + "down-stabilization-s", stock.downStabilization(), 0),
        settings.integer(p + "up-percent", stock.upPercent(), 0, 10_000),
        settings.integer(p + "up-pods", stock.upPods(), 0, 1000),
        seconds(p + "up-period-s", stock.upPeriod(), 1),
        seconds(p + "stale-after-s", stock.staleAfter(), 2),
        settings.integer(p + "failure-threshold", stock.failureThreshold(), 1, 1000),
        settings.integer(p + "fallback-replicas", stock.fallbackReplicas(), 0, 1000));
  }

  KpaSettings kpa() {
    KpaSettings stock = KpaSettings.stock();
    String p = "libra.policy.kpa.";
    Duration stable = seconds(p + "stable-window-s", stock.stableWindow(), 6);
    double share = settings.number(p + "panic-window-share", 0.1, 0.01, 1);
    return new KpaSettings(
        metric(p + "metric"),
        settings.number(p + "target", stock.target(), 0, 1e6),
        settings.number(p + "target-utilization", stock.targetUtilization(), 0.01, 1),
        seconds(p + "tick-s", stock.tick(), 1),
        stable,
        Duration.ofMillis(Math.round(stable.toMillis() * share)),
        settings.number(p + "panic-threshold", stock.panicThreshold(), 1.1, 10),
        settings.number(p + "max-scale-up-rate", stock.maxScaleUpRate(), 1.01, 1000),
        settings.number(p + "max-scale-down-rate", stock.maxScaleDownRate(), 1.01, 1000),
        seconds(p + "scale-down-delay-s", stock.scaleDownDelay(), 0));
  }

  HoltWintersSettings holtWinters() {
    HoltWintersSettings stock = HoltWintersSettings.stock();
    String p = "libra.policy.holt-winters.";
    return new HoltWintersSettings(
        target(p, stock.target()),
        settings.number(p + "alpha", stock.alpha(), 0.001, 1),
        settings.number(p + "beta", stock.beta(), 0, 1),
        settings.number(p + "gamma", stock.gamma(), 0, 1),
        settings.number(p + "damping", stock.damping(), 0, 1),
        seconds(p + "step-s", stock.step(), 1),
        settings.seconds(p + "season-s", stock.season().toSeconds(), 1, MONTH_S),
        seconds(p + "horizon-s", stock.horizon(), 0),
        settings.number(p + "headroom", stock.headroom(), 0, 10),
        seconds(p + "down-stabilization-s", stock.downStabilization(), 0));
  }

  SeasonalMaxSettings seasonalMax() {
    SeasonalMaxSettings stock = SeasonalMaxSettings.stock();
    String p = "libra.policy.seasonal-max.";
    return new SeasonalMaxSettings(
        target(p, stock.target()),
        settings.seconds(p + "period-s", stock.period().toSeconds(), 10, MONTH_S),
        seconds(p + "slot-s", stock.slot(), 1),
        seconds(p + "lookahead-s", stock.lookahead(), 0),
        settings.integer(p + "seasons", stock.seasons(), 1, 100),
        seconds(p + "window-s", stock.window(), 1));
  }

  FixedSettings fixed() {
    String key = "libra.policy.fixed.replicas";
    String value = settings.text(key, "min");
    return switch (value) {
      case "min" -> FixedSettings.min();
      case "max" -> FixedSettings.max();
      default -> FixedSettings.count(settings.integer(key, 1, 1, 1000));
    };
  }

  private RateTarget target(String prefix, RateTarget stock) {
    return new RateTarget(
        settings.number(prefix + "target-rps", stock.requestsPerSecond(), 0, 1e6),
        settings.number(prefix + "utilization", stock.utilization(), 0.01, 1.5));
  }

  private KpaMetric metric(String key) {
    String value = settings.text(key, "concurrency");
    return switch (value) {
      case "concurrency" -> KpaMetric.CONCURRENCY;
      case "rps" -> KpaMetric.RPS;
      default -> throw Settings.invalid(key, "concurrency or rps", value, null);
    };
  }

  private Duration seconds(String key, Duration byDefault, double min) {
    return settings.seconds(key, byDefault.toMillis() / 1000.0, min, DAY_S);
  }
}
