package dev.libra.simulator.tuning;

import dev.libra.policy.fixed.FixedPolicy;
import dev.libra.policy.fixed.FixedSettings;
import dev.libra.policy.holtwinters.HoltWintersPolicy;
import dev.libra.policy.holtwinters.HoltWintersSettings;
import dev.libra.policy.hpa.HpaPolicy;
import dev.libra.policy.hpa.HpaSettings;
import dev.libra.policy.keda.KedaPolicy;
import dev.libra.policy.keda.KedaSettings;
import dev.libra.policy.kpa.KpaPolicy;
import dev.libra.policy.kpa.KpaSettings;
import dev.libra.policy.seasonal.SeasonalMaxPolicy;
import dev.libra.policy.seasonal.SeasonalMaxSettings;
import dev.libra.policy.sizing.RateTarget;
import java.time.Duration;
import java.util.List;

/** The rules that can be tuned, and which of their parameters are searched. */
public final class Rules {
  private static final double STEP_S = 10;

  private Rules() {}

  /** All rules; a fixed count is searched up to {@code maxReplicas}. */
  public static List<Rule> all(int maxReplicas) {
    return List.of(hpa(), keda(), kpa(), holtWinters(), seasonalMax(), fixed(maxReplicas));
  }

  private static Rule hpa() {
    HpaSettings s = HpaSettings.stock();
    return new Rule(
        "hpa",
        List.of(
            Dimension.linear("target-cpu", 0.3, 1.2),
            Dimension.linear("down-stabilization-s", 0, 600),
            Dimension.log("sync-s", 2, 30),
            Dimension.log("metric-window-s", 4, 60),
            Dimension.linear("cpu-initialization-s", 0, 300),
            Dimension.linear("tolerance", 0, 0.2)),
        0,
        List.of(0.6, 300.0, 15.0, 15.0, 300.0, 0.1),
        p ->
            new HpaPolicy(
                new HpaSettings(
                    p[0],
                    p[5],
                    seconds(p[2]),
                    seconds(p[3]),
                    seconds(p[1]),
                    s.upPercent(),
                    s.upPods(),
                    s.upPeriod(),
                    seconds(p[4]),
                    s.initialReadiness())));
  }

  private static Rule keda() {
    KedaSettings s = KedaSettings.stock();
    return new Rule(
        "keda",
        List.of(
            Dimension.linear("utilization", 0.4, 1.1),
            Dimension.linear("down-stabilization-s", 0, 600),
            Dimension.log("sync-s", 2, 30),
            Dimension.log("window-s", 2, 120),
            Dimension.linear("tolerance", 0, 0.2)),
        0,
        List.of(0.7, 300.0, 15.0, 60.0, 0.1),
        p ->
            new KedaPolicy(
                new KedaSettings(
                    RateTarget.ofUtilization(p[0]),
                    p[4],
                    seconds(p[2]),
                    seconds(p[3]),
                    seconds(p[1]),
                    s.upPercent(),
                    s.upPods(),
                    s.upPeriod(),
                    s.staleAfter(),
                    s.failureThreshold(),
                    s.fallbackReplicas())));
  }

  private static Rule kpa() {
    KpaSettings s = KpaSettings.stock();
    return new Rule(
        "kpa",
        List.of(
            Dimension.linear("target-utilization", 0.3, 1),
            Dimension.log("stable-window-s", 10, 180),
            Dimension.linear("panic-threshold", 1.1, 4),
            Dimension.linear("scale-down-delay-s", 0, 300)),
        0,
        List.of(0.7, 60.0, 2.0, 0.0),
        p ->
            new KpaPolicy(
                new KpaSettings(
                    s.metric(),
                    s.target(),
                    p[0],
                    s.tick(),
                    seconds(p[1]),
                    seconds(Math.max(2, p[1] / 10)),
                    p[2],
                    s.maxScaleUpRate(),
                    s.maxScaleDownRate(),
                    seconds(p[3]))));
  }

  private static Rule holtWinters() {
    return new Rule(
        "holt-winters",
        List.of(
            Dimension.linear("utilization", 0.4, 1.1),
            Dimension.linear("down-stabilization-s", 0, 300),
            Dimension.linear("alpha", 0.05, 1),
            Dimension.linear("beta", 0, 0.5),
            Dimension.linear("horizon-s", 10, 120),
            Dimension.linear("headroom", 0, 0.3),
            Dimension.log("season-s", STEP_S, 86_400)),
        0,
        List.of(0.7, 120.0, 0.3, 0.05, 60.0, 0.1, 86_400.0),
        p ->
            new HoltWintersPolicy(
                new HoltWintersSettings(
                    RateTarget.ofUtilization(p[0]),
                    p[2],
                    p[3],
                    HoltWintersSettings.stock().gamma(),
                    HoltWintersSettings.stock().damping(),
                    seconds(STEP_S),
                    multiple(p[6]),
                    seconds(p[4]),
                    p[5],
                    seconds(p[1]))));
  }

  private static Rule seasonalMax() {
    return new Rule(
        "seasonal-max",
        List.of(
            Dimension.linear("utilization", 0.4, 1.1),
            Dimension.log("period-s", 300, 86_400),
            Dimension.linear("lookahead-s", 0, 120),
            Dimension.log("window-s", 2, 300)),
        0,
        List.of(0.7, 86_400.0, 60.0, 60.0),
        p ->
            new SeasonalMaxPolicy(
                new SeasonalMaxSettings(
                    RateTarget.ofUtilization(p[0]),
                    multiple(p[1]),
                    seconds(STEP_S),
                    seconds(p[2]),
                    SeasonalMaxSettings.stock().seasons(),
                    seconds(p[3]))));
  }

  private static Rule fixed(int max) {
    return new Rule(
        "fixed",
        List.of(Dimension.linear("replicas", 1, max)),
        0,
        List.of((double) max),
        p -> new FixedPolicy(FixedSettings.count((int) Math.round(p[0]))));
  }

  private static Duration multiple(double s) {
    return seconds(Math.max(1, Math.round(s / STEP_S)) * STEP_S);
  }

  private static Duration seconds(double s) {
    return Duration.ofMillis(Math.round(s * 1000));
  }
}
