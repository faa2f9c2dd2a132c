package dev.libra.bench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.libra.bench.gateway.Proxies.Running;
import dev.libra.bench.traffic.Contest;
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
  private static final int ROUNDS = 5;

  /**
   * So many times apart the two may be: one sends at random times and counts from the intended one,
   * the other sends evenly and counts from the real one.
   */
  private static final int AGREEMENT = 2;

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
        JsonNode whole = shots.engine(RATE, seconds);
        // In turn, since the machine's pauses differ from one minute to the next.
        Contest contest = new Contest("through the gateway", RATE);
        for (int round = 0; round < ROUNDS; round++) {
          contest.wrk().add(shots.wrk(RATE, bench.seconds(3, 10)));
          contest.engine().add(shots.engine(RATE, bench.seconds(3, 10)));
        }
        shots
            .commands()
            .forEach(c -> bench.children().note(c.split(" ")[0] + " (paced)", List.of(c)));
        return rows(whole, seconds, contest);
      } finally {
        bench.children().end(gateway.process());
      }
    }
  }

  private List<Row> rows(JsonNode whole, int seconds, Contest contest) {
    long failed = whole.path("failed").asLong();
    return List.of(
        Row.atLeast(
            name(),
            "engine, sent in time of " + Math.round(RATE * seconds),
            100 * whole.path("achievedShare").asDouble(),
            99,
            " %"),
        new Row(name(), "engine, failed requests", Long.toString(failed), "0", failed == 0),
        Row.info(
            name(),
            "engine, answers/s; wrk in " + ROUNDS + " rounds, median",
            rounded(whole.path("requests").asDouble() / seconds)
                + "; "
                + rounded(contest.wrkMedian("rps"))),
        latency("P50", "p50Ms", contest),
        latency("P95", "p95Ms", contest),
        latency("P99", "p99Ms", contest));
  }

  private Row latency(String what, String figure, Contest contest) {
    double engine = contest.engineMedian(figure);
    double wrk = contest.wrkMedian(figure);
    double ratio = engine / wrk;
    return new Row(
        name(),
        what + " by the engine / by wrk; medians of " + ROUNDS + " rounds in turn, and all",
        String.format(
            Locale.ROOT,
            "%.2f = %.2f / %.2f ms; %s; %s",
            ratio,
            engine,
            wrk,
            all(contest.engine(), figure),
            all(contest.wrk(), figure)),
        "1/" + AGREEMENT + " to " + AGREEMENT,
        ratio >= 1.0 / AGREEMENT && ratio <= AGREEMENT);
  }

  private static List<String> all(List<JsonNode> rounds, String figure) {
    return rounds.stream()
        .map(r -> String.format(Locale.ROOT, "%.2f", r.path(figure).asDouble()))
        .toList();
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
