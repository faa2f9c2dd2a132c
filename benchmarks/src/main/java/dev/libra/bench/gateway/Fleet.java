package dev.libra.bench.gateway;

import dev.libra.bench.gateway.Part.Bench;
import dev.libra.bench.gateway.Proxies.Running;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Upstream processes listed with the stand-in for control. */
final class Fleet implements AutoCloseable {
  private static final long DRAIN_LIMIT_NANOS = 30_000_000_000L;

  private final Bench bench;
  private final BenchControl control;
  private final int delayMs;
  private final List<Running> running = new ArrayList<>();
  private int made;

  Fleet(Bench bench, BenchControl control, int delayMs) {
    this.bench = bench;
    this.control = control;
    this.delayMs = delayMs;
  }

  /** Starts a replica, lists it when it serves, and answers it. */
  Running add(int concurrency) throws InterruptedException {
    made++;
    Running replica = bench.proxies().upstream("bench-" + made, delayMs, Children.freePort());
    running.add(replica);
    control.put(replica.name(), replica.port(), "ready", concurrency);
    return replica;
  }

  /** As the actuator does it: drain, wait for the acknowledgement and for in-flight zero, stop. */
  void drain(Running replica, int concurrency) throws IOException, InterruptedException {
    long version = control.put(replica.name(), replica.port(), "draining", concurrency);
    control.awaitAcknowledged(version);
    long end = System.nanoTime() + DRAIN_LIMIT_NANOS;
    while (inFlight(replica) > 0 && System.nanoTime() - end < 0) {
      Thread.sleep(5);
    }
    bench.children().end(replica.process());
    control.remove(replica.name());
    running.remove(replica);
  }

  private int inFlight(Running replica) throws IOException, InterruptedException {
    return Integer.parseInt(bench.children().get(replica.uri("/admin/inflight")).body());
  }

  /** Has it answer 500 to everything from now on. */
  void fail(Running replica) throws IOException, InterruptedException {
    bench.children().get(replica.uri("/admin/fail/on"));
  }

  @Override
  public void close() {
    for (Running replica : running) {
      replica.process().destroyForcibly().onExit().join();
    }
  }
}
