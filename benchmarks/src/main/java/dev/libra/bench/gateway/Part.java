package dev.libra.bench.gateway;

import java.io.IOException;
import java.util.List;

/** One part of the benchmark: starts what it needs, measures, ends it. */
interface Part {
  String name();

  List<Row> run(Bench bench) throws IOException, InterruptedException;

  /**
   * What a part works with.
   *
   * @param quick whether to measure for a shorter time
   */
  record Bench(BenchPlace place, Children children, Proxies proxies, boolean quick) {

    /** The shorter or the longer of two times. */
    int seconds(int quickly, int fully) {
      return quick ? quickly : fully;
    }
  }
}
