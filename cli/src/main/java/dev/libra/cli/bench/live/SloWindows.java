package dev.libra.cli.bench.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/**
 * Windows of 2 s against the SLO, from the client's point of view.
 *
 * @param all those of the run that are whole
 * @param violated those with a P95 over the SLO, or in which nothing ended while requests waited
 */
record SloWindows(int all, int violated) {
  private static final int IN_FLIGHT = 5;

  /** The share that broke the SLO, 0 without windows. */
  double violationShare() {
    return all == 0 ? 0 : (double) violated / all;
  }

  /**
   * Reads a replay's {@code latency.hlog} and {@code seconds.csv}.
   *
   * @param durationS the seconds that count; later ones only wait for answers
   */
  static SloWindows read(Path run, double sloMs, double durationS) {
    List<Histogram> seconds = histograms(run.resolve("latency.hlog"));
    int whole = (int) Math.min(seconds.size(), Math.floor(durationS));
    return of(seconds.subList(0, whole), waiting(run.resolve("seconds.csv")), sloMs);
  }

  /**
   * @param seconds latencies in µs of what ended in each
   * @param waiting seconds, from 1, at whose end requests were under way
   */
  static SloWindows of(List<Histogram> seconds, Set<Integer> waiting, double sloMs) {
    int violated = 0;
    for (int i = 0; i + 1 < seconds.size(); i += 2) {
      Histogram window = new Histogram(seconds.get(i));
      window.setAutoResize(true);
      window.add(seconds.get(i));
      window.add(seconds.get(i + 1));
      boolean broken =
          window.getTotalCount() == 0
              ? waiting.contains(i + 2)
              : window.getValueAtPercentile(95) > sloMs * 1000;
      violated += broken ? 1 : 0;
    }
    return new SloWindows(seconds.size() / 2, violated);
  }

  private static List<Histogram> histograms(Path file) {
    List<Histogram> all = new ArrayList<>();
    try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
      while (reader.hasNext()) {
        if (reader.nextIntervalHistogram() instanceof Histogram histogram) {
          all.add(histogram);
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }

  private static Set<Integer> waiting(Path file) {
    try {
      Set<Integer> seconds = new HashSet<>();
      List<String> lines = Files.readAllLines(file);
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        if (Integer.parseInt(cells[IN_FLIGHT]) > 0) {
          seconds.add(Integer.parseInt(cells[0]));
        }
      }
      return seconds;
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }
}
