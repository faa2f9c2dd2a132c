package dev.libra.bench.gateway;

import dev.libra.bench.gateway.Proxies.Running;
import dev.libra.bench.load.LoadResult;
import dev.libra.bench.load.OpenLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Twice what the replicas can do, with load shedding on. */
final class OverloadPart implements Part {
  private static final int REPLICAS = 2;
  private static final int CONCURRENCY = 8;
  private static final int SERVICE_MS = 40;
  private static final int SLO_MS = 500;

  @Override
  public String name() {
    return "overload";
  }

  @Override
  public String title() {
    return "Twice the capacity, with libra.gateway.max-delay-ms=500";
  }

  @Override
  public List<Row> run(Bench bench) throws IOException, InterruptedException {
    try (BenchControl control = new BenchControl();
        OpenLoop load = new OpenLoop();
        Fleet fleet = new Fleet(bench, control, SERVICE_MS)) {
      for (int i = 0; i < REPLICAS; i++) {
        fleet.add(CONCURRENCY);
      }
      Running gateway =
          bench
              .proxies()
              .libra(
                  control.port(), Map.of("LIBRA_GATEWAY_MAX_DELAY_MS", Integer.toString(SLO_MS)));
      List<Row> rows = measure(bench, load, gateway);
      bench.children().end(gateway.process());
      return rows;
    }
  }

  private List<Row> measure(Bench bench, OpenLoop load, Running gateway)
      throws InterruptedException {
    double nominal = 1000.0 / SERVICE_MS * REPLICAS * CONCURRENCY;
    load.run(gateway.target(), nominal / 2, Duration.ofSeconds(bench.seconds(5, 10)));
    // Capacity is measured, not computed: a little more than nominal, so that all places are used.
    double capacity =
        load.run(gateway.target(), nominal * 1.1, Duration.ofSeconds(bench.seconds(8, 15)))
            .goodput();
    LoadResult over =
        load.run(gateway.target(), capacity * 2, Duration.ofSeconds(bench.seconds(15, 60)));
    long refused = over.statuses().getOrDefault(503, 0L);
    return List.of(
        Row.info(name(), "capacity", Math.round(capacity) + " req/s"),
        Row.atLeast(name(), "goodput at 2 × capacity", 100 * over.goodput() / capacity, 90, " %"),
        Row.atMost(
            name(),
            "P99 of accepted requests (SLO 500 ms)",
            over.percentileMs(99),
            2 * SLO_MS,
            " ms"),
        Row.info(name(), "refused with 503", Long.toString(refused)),
        new Row(
            name(),
            "failed otherwise",
            Long.toString(over.failed() - refused),
            "0",
            over.failed() == refused));
  }
}
