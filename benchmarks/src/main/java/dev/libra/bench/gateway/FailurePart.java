package dev.libra.bench.gateway;

import dev.libra.bench.gateway.Proxies.Running;
import dev.libra.bench.load.LoadResult;
import dev.libra.bench.load.OpenLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One of three replicas is killed, paused, or answers 500, at 1 000 requests/s. */
final class FailurePart implements Part {
  private static final double RATE = 1000;
  private static final int CONCURRENCY = 64;

  /** What is done to the replica. */
  private interface Fault {
    void strike(Fleet fleet, Running replica) throws IOException, InterruptedException;
  }

  @Override
  public String name() {
    return "failures";
  }

  @Override
  public String title() {
    return "One of three replicas killed, paused or answering 500, at 1 000 requests/s";
  }

  @Override
  public List<Row> run(Bench bench) throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    try (BenchControl control = new BenchControl();
        OpenLoop load = new OpenLoop();
        Fleet fleet = new Fleet(bench, control, 5)) {
      fleet.add(CONCURRENCY);
      fleet.add(CONCURRENCY);
      Running gateway = bench.proxies().libra(control.port(), Map.of());
      load.run(gateway.target(), RATE, Duration.ofSeconds(bench.seconds(8, 15)));
      rows.addAll(
          suffer(
              bench,
              control,
              load,
              fleet,
              gateway,
              "killed",
              (f, replica) -> replica.process().destroyForcibly(),
              0));
      rows.addAll(
          suffer(
              bench,
              control,
              load,
              fleet,
              gateway,
              "paused",
              (f, replica) -> signal("STOP", replica),
              0));
      rows.addAll(suffer(bench, control, load, fleet, gateway, "answering 500", Fleet::fail, 1));
      bench.children().end(gateway.process());
    }
    return rows;
  }

  private List<Row> suffer(
      Bench bench,
      BenchControl control,
      OpenLoop load,
      Fleet fleet,
      Running gateway,
      String what,
      Fault fault,
      long visible)
      throws IOException, InterruptedException {
    Running victim = fleet.add(CONCURRENCY);
    control.awaitAcknowledged();
    double strikeAtS = 6;
    Thread striker = striker(fleet, victim, fault, (long) (strikeAtS * 1000));
    LoadResult result = load.run(gateway.target(), RATE, Duration.ofSeconds(bench.seconds(15, 25)));
    striker.join();
    victim.process().destroyForcibly();
    control.remove(victim.name());
    String recovery =
        String.format(Locale.ROOT, "%.2f s; %d", result.disturbedAfter(strikeAtS), result.slow());
    return List.of(
        new Row(
            name(),
            "replica " + what + ": failed GETs of " + (result.ok() + result.failed()),
            result.failed() + " " + result.failures().stream().limit(2).toList(),
            "≤ " + visible,
            result.failed() <= visible),
        Row.info(
            name(),
            "replica " + what + ": last failed or > 100 ms request ended after; answers > 100 ms",
            recovery));
  }

  private static Thread striker(Fleet fleet, Running victim, Fault fault, long afterMs) {
    Thread thread =
        new Thread(
            () -> {
              try {
                Thread.sleep(afterMs);
                fault.strike(fleet, victim);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "libra-bench-fault");
    thread.start();
    return thread;
  }

  private static void signal(String signal, Running replica)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(replica.process().pid()))
        .inheritIO()
        .start()
        .waitFor();
  }
}
