package dev.libra.bench.traffic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import dev.libra.traffic.call.Call;
import dev.libra.traffic.engine.EngineSettings;
import dev.libra.traffic.engine.Figures;
import dev.libra.traffic.engine.LoadRun;
import dev.libra.traffic.engine.Retries;
import dev.libra.traffic.rate.PiecewiseCurve;
import dev.libra.traffic.rate.PiecewiseCurve.Point;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Random;

/**
 * Runs the engine at a constant rate and prints what it measured, and the CPU it took, as one line
 * of JSON; the arguments are the target, the rate in requests/s, and the seconds.
 */
public final class EngineShot {
  private static final double RAMP_S = 10;
  private static final double WARM_UP_S = 15;

  private final EngineSettings settings;
  private final double rate;
  private final Call call;

  private EngineShot(URI target, double rate) {
    this.settings = EngineSettings.to(target);
    this.rate = rate;
    this.call = new Call("search", "GET", target.getPath(), null, null, null, 0);
  }

  public static void main(String[] arguments) {
    EngineShot shot = new EngineShot(URI.create(arguments[0]), Double.parseDouble(arguments[1]));
    shot.run(shot.warmUp());
    long cpu = cpuNanos();
    Figures figures =
        shot.run(PiecewiseCurve.constant(shot.rate, Double.parseDouble(arguments[2])));
    System.out.println(json(figures, (cpuNanos() - cpu) / 1e9));
  }

  /** Slowly: a queue that a cold process builds up costs connections, and they cost time. */
  private PiecewiseCurve warmUp() {
    return PiecewiseCurve.through(
        new Point(0, 1), new Point(RAMP_S, rate), new Point(WARM_UP_S, rate));
  }

  private Figures run(PiecewiseCurve curve) {
    LoadRun run =
        new LoadRun(settings, curve, at -> call, Retries.NONE, new Random(1), second -> {});
    run.start().join();
    return run.figures();
  }

  private static ObjectNode json(Figures figures, double cpuS) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("requests", figures.sent());
    node.put("achievedShare", figures.achievedShare());
    node.put("failed", figures.failed());
    node.put("cpuMicrosPerRequest", cpuS * 1e6 / Math.max(1, figures.sent()));
    node.put("p50Ms", figures.p50Ms());
    node.put("p95Ms", figures.p95Ms());
    node.put("p99Ms", figures.p99Ms());
    node.put("maxMs", figures.maxMs());
    return node;
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
