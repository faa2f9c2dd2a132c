package dev.libra.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Foretells a rate some time ahead by how it went on in the past: the change is regressed on how
 * far the rate is from its own slower and slower averages. So it goes on with a trend where trends
 * went on, returns to the mean where the load is noise, and stays where nothing is known. Not
 * thread-safe.
 */
final class LoadForecast {
  private static final double[] AVERAGES_S = {8, 40, 200};
  private static final double LEVEL_S = 600;
  private static final double MEMORY_S = 600;

  /** Rows are relative to the level: so much comes from one that is off by 14 % of it. */
  private static final double RIDGE = 0.02;

  private final long aheadMs;
  private final LeastSquares regression = new LeastSquares(AVERAGES_S.length, RIDGE);
  private final Deque<Past> open = new ArrayDeque<>();
  private final double[] averages = new double[AVERAGES_S.length];
  private double level;
  private double squares;
  private double weights;
  private double expected;
  private Instant last;

  /** A forecast whose outcome isn't known yet. */
  private record Past(long atMs, double rate, double[] distances, double scale, double expected) {}

  /**
   * @param ahead how far it looks
   */
  LoadForecast(Duration ahead) {
    this.aheadMs = ahead.toMillis();
  }

  /** Adds the rate that is seen now, later than all before. */
  void add(Instant now, double rate) {
    double passedS =
        last == null ? Double.POSITIVE_INFINITY : Duration.between(last, now).toMillis() / 1000.0;
    last = now;
    follow(rate, passedS);
    learn(now, rate, passedS);
    double[] distances = new double[averages.length];
    double[] coefficients = regression.coefficients();
    expected = rate;
    for (int i = 0; i < averages.length; i++) {
      distances[i] = rate - averages[i];
      expected += coefficients[i] * distances[i];
    }
    expected = Math.max(0, expected);
    double scale = Math.max(Math.max(1, level), Arrays.stream(averages).max().orElseThrow());
    open.add(new Past(now.toEpochMilli(), rate, distances, scale, expected));
  }

  private void follow(double rate, double passedS) {
    for (int i = 0; i < averages.length; i++) {
      averages[i] += share(passedS, AVERAGES_S[i]) * (rate - averages[i]);
    }
    level += share(passedS, LEVEL_S) * (rate - level);
  }

  /** Of an exponential average: all of it at first. */
  private static double share(double passedS, double memoryS) {
    return 1 - Math.exp(-passedS / memoryS);
  }

  /** From the forecasts that were made for now; those that came due while nothing was seen go. */
  private void learn(Instant now, double rate, double passedS) {
    double kept = Math.exp(-passedS / MEMORY_S);
    long dueMs = now.toEpochMilli() - aheadMs;
    while (!open.isEmpty() && open.peek().atMs() <= dueMs) {
      Past past = open.remove();
      if (past.atMs() < dueMs - aheadMs) {
        continue;
      }
      double off = rate - past.expected();
      squares = kept * squares + (1 - kept) * off * off;
      weights = kept * weights + (1 - kept);
      // A spike out of nothing is as large as the rest, not a million times as large.
      double scale = Math.max(past.scale(), Math.max(past.rate(), rate));
      regression.add(past.distances(), rate - past.rate(), kept, 1 / scale / scale);
    }
  }

  /** The rate that is expected, in requests/s. */
  double expected() {
    return expected;
  }

  /**
   * The rate that is expected and so many standard deviations of what forecasts were off by.
   *
   * @param deviations how many
   */
  double high(double deviations) {
    return expected + (weights == 0 ? 0 : deviations * Math.sqrt(squares / weights));
  }
}
