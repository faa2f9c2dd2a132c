package dev.libra.bench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.libra.bench.gateway.Proxies.Running;
import dev.libra.bench.traffic.Shots;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ten thousand requests/s by Libra's own engine through the gateway, and by wrk for comparison. */
final class EnginePart implements Part {
  private static final double RATE = 10_000;
  private static final int WARM_UP_CONNECTIONS = 64;
  private static final int CONCURRENCY = 64;

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public String title() {
    return "10 000 requests/s by the traffic engine through the gateway, and by wrk";
  }

  @Override
  public List<Row> run(Bench bench) throws IOException, InterruptedException {
    try (BenchControl control = new BenchControl();
        Fleet fleet = new Fleet(bench, control, 0)) {
      fleet.add(CONCURRENCY);
      Running gateway = bench.proxies().libra(control.port(), Map.of());
      bench.wrk(gateway.target(), WARM_UP_CONNECTIONS, bench.seconds(8, 20));
      try (Shots shots = new Shots(gateway.target(), false)) {
        int seconds = bench.seconds(10, 60);
        JsonNode wrk = shots.wrk(RATE, seconds);
        JsonNode engine = shots.engine(RATE, seconds);
        shots
            .commands()
            .forEach(c -> bench.children().note(c.split(" ")[0] + " (paced)", List.of(c)));
        return rows(engine, wrk, seconds);
      } finally {
        bench.children().end(gateway.process());
      }
    }
  }

  private List<Row> rows(JsonNode engine, JsonNode wrk, int seconds) {
    long failed = engine.path("failed").asLong();
    double wrkRate = wrk.path("rps").asDouble();
    return List.of(
        Row.atLeast(
            name(),
            "engine, sent in time of " + Math.round(RATE * seconds),
            100 * engine.path("achievedShare").asDouble(),
            99,
            " %"),
        new Row(name(), "engine, failed requests", Long.toString(failed), "0", failed == 0),
        Row.info(
            name(),
            "engine, answers/s; wrk, answers/s",
            rounded(engine.path("requests").asDouble() / seconds) + "; " + rounded(wrkRate)),
        latency("P50", "p50Ms", engine, wrk),
        latency("P95", "p95Ms", engine, wrk),
        latency("P99", "p99Ms", engine, wrk));
  }

  private Row latency(String what, String figure, JsonNode engine, JsonNode wrk) {
    return Row.info(
        name(),
        what + " by the engine; by wrk",
        String.format(
            Locale.ROOT,
            "%.2f; %.2f ms",
            engine.path(figure).asDouble(),
            wrk.path(figure).asDouble()));
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
