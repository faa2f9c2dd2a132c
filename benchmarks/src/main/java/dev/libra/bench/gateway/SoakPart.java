package dev.libra.bench.gateway;

import dev.libra.bench.gateway.Proxies.Running;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Ten minutes at full rate: heap and threads must be flat. */
final class SoakPart implements Part {
  private static final int CONNECTIONS = 64;

  @Override
  public String name() {
    return "soak";
  }

  @Override
  public String title() {
    return "Heap and threads at full rate";
  }

  @Override
  public List<Row> run(Bench bench) throws IOException, InterruptedException {
    try (BenchControl control = new BenchControl();
        Fleet fleet = new Fleet(bench, control, 0)) {
      fleet.add(10_000);
      Running gateway = bench.proxies().libra(control.port(), Map.of());
      int minutes = bench.seconds(1, 10);
      bench.wrk(gateway.target(), CONNECTIONS, bench.seconds(20, 60));
      ProcessFigures before = ProcessFigures.of(gateway.process());
      Wrk.Result result = bench.wrk(gateway.target(), CONNECTIONS, minutes * 60);
      ProcessFigures after = ProcessFigures.of(gateway.process());
      bench.children().end(gateway.process());
      return List.of(
          Row.info(name(), minutes + " min, rate", Math.round(result.rate()) + " req/s"),
          Row.info(
              name(), "live heap before, after", before.heapMb() + ", " + after.heapMb() + " MB"),
          Row.atMost(name(), "live heap grown by", after.heapMb() - before.heapMb(), 5, " MB"),
          Row.atMost(name(), "threads grown by", after.threads() - before.threads(), 3, ""),
          new Row(
              name(),
              "errors",
              result.errors().isEmpty() ? "none" : result.errors(),
              "none",
              result.errors().isEmpty()));
    }
  }
}
