package dev.libra.bench.gateway;

import dev.libra.bench.gateway.Proxies.Running;
import dev.libra.bench.load.LoadResult;
import dev.libra.bench.load.Median;
import dev.libra.bench.load.OpenLoop;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the gateway adds to a direct call at 2 000 requests/s, in turn, several rounds. */
final class LatencyPart implements Part {
  private static final double RATE = 2000;
  private static final int CONCURRENCY = 64;

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public String title() {
    return "Added latency at 2 000 requests/s";
  }

  @Override
  public List<Row> run(Bench bench) throws IOException, InterruptedException {
    int port = Children.freePort();
    Running upstream = bench.proxies().upstream("upstream", 0, port);
    try (BenchControl control = new BenchControl();
        OpenLoop load = new OpenLoop()) {
      control.put("bench-1", port, "ready", CONCURRENCY);
      Running gateway = bench.proxies().libra(control.port(), Map.of());
      List<Row> rows = measure(bench, load, upstream.target(), gateway.target());
      bench.children().end(gateway.process());
      return rows;
    } finally {
      bench.children().end(upstream.process());
    }
  }

  private List<Row> measure(Bench bench, OpenLoop load, URI direct, URI through)
      throws IOException, InterruptedException {
    // A closed loop first: an open one at a cold server measures how a queue of its making ends.
    bench.wrk(through, CONCURRENCY, bench.seconds(8, 15));
    load.run(through, RATE, Duration.ofSeconds(bench.seconds(5, 10)));
    load.run(direct, RATE, Duration.ofSeconds(3));
    List<Double> p50 = new ArrayList<>();
    List<Double> p99 = new ArrayList<>();
    List<Double> directP50 = new ArrayList<>();
    List<Double> directP99 = new ArrayList<>();
    long failed = 0;
    for (int round = 0; round < bench.seconds(3, 5); round++) {
      Duration length = Duration.ofSeconds(bench.seconds(4, 8));
      LoadResult plain = load.run(direct, RATE, length);
      LoadResult proxied = load.run(through, RATE, length);
      directP50.add(plain.percentileMs(50));
      directP99.add(plain.percentileMs(99));
      p50.add(proxied.percentileMs(50) - plain.percentileMs(50));
      p99.add(proxied.percentileMs(99) - plain.percentileMs(99));
      failed += proxied.failed();
    }
    return List.of(
        Row.info(
            name(),
            "direct, P50, P99",
            rounded(List.of(Median.of(directP50), Median.of(directP99))) + " ms"),
        Row.atMost(name(), "added, P50", Median.of(p50), 0.5, " ms"),
        Row.atMost(name(), "added, P99", Median.of(p99), 2, " ms"),
        Row.info(name(), "added P99, all rounds", rounded(p99) + " ms"),
        new Row(name(), "failed", Long.toString(failed), "0", failed == 0));
  }

  private static String rounded(List<Double> values) {
    return values.stream()
        .map(value -> String.format(Locale.ROOT, "%.2f", value))
        .collect(Collectors.joining(", "));
  }
}
