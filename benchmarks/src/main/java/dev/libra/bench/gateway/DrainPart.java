package dev.libra.bench.gateway;

import dev.libra.bench.gateway.Proxies.Running;
import dev.libra.bench.load.LoadResult;
import dev.libra.bench.load.OpenLoop;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Scale-downs under load: each drains a replica as the actuator does and then ends its process. */
final class DrainPart implements Part {
  private static final double RATE = 300;
  private static final int CONCURRENCY = 16;
  private static final int STANDING = 2;

  @Override
  public String name() {
    return "scale-downs";
  }

  @Override
  public String title() {
    return "Scale-downs under load";
  }

  @Override
  public List<Row> run(Bench bench) throws IOException, InterruptedException {
    int times = bench.seconds(20, 200);
    try (BenchControl control = new BenchControl();
        OpenLoop load = new OpenLoop();
        Fleet fleet = new Fleet(bench, control, 20)) {
      Deque<Running> replicas = new ArrayDeque<>();
      for (int i = 0; i < STANDING; i++) {
        replicas.add(fleet.add(CONCURRENCY));
      }
      Running gateway = bench.proxies().libra(control.port(), Map.of());
      long[] totals = new long[2];
      boolean[] over = {false};
      CompletableFuture<Void> traffic =
          CompletableFuture.runAsync(() -> keepSending(load, gateway.target(), over, totals));
      for (int i = 0; i < times; i++) {
        replicas.add(fleet.add(CONCURRENCY));
        control.awaitAcknowledged();
        fleet.drain(replicas.poll(), CONCURRENCY);
      }
      synchronized (over) {
        over[0] = true;
      }
      traffic.join();
      bench.children().end(gateway.process());
      return List.of(
          Row.info(
              name(),
              "scale-downs, and requests meanwhile",
              times + ", " + (totals[0] + totals[1])),
          new Row(name(), "requests lost", Long.toString(totals[1]), "0", totals[1] == 0));
    }
  }

  private static void keepSending(OpenLoop load, URI target, boolean[] over, long[] totals) {
    try {
      while (true) {
        synchronized (over) {
          if (over[0]) {
            return;
          }
        }
        LoadResult result = load.run(target, RATE, Duration.ofSeconds(5));
        totals[0] += result.ok();
        totals[1] += result.failed();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
