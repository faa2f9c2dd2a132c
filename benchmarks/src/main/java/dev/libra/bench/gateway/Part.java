package dev.libra.bench.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** One part of the benchmark: starts what it needs, measures, ends it. */
interface Part {

  /** As {@code --part} takes it. */
  String name();

  /** For people: what is measured, and how. */
  String title();

  List<Row> run(Bench bench) throws IOException, InterruptedException;

  /**
   * What a part works with.
   *
   * @param quick whether to measure for a shorter time
   */
  record Bench(BenchPlace place, Children children, Proxies proxies, boolean quick) {

    /** wrk over kept connections, as fast as the target answers. */
    Wrk.Result wrk(URI target, int connections, int seconds)
        throws IOException, InterruptedException {
      List<String> command = Wrk.command(target, connections, seconds);
      children.note("wrk", command);
      return Wrk.run(command);
    }

    /** The shorter or the longer of two times. */
    int seconds(int quickly, int fully) {
      return quick ? quickly : fully;
    }
  }
}
