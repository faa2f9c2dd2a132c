package dev.libra.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The requests/s that a service was seen to have in the last five minutes. Not thread-safe. */
final class RateHistory {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final double TREND_S = 20;

  private final Deque<Point> points = new ArrayDeque<>();

  private record Point(Instant at, double rate) {
    double ageS(Instant now) {
      return Duration.between(at, now).toMillis() / 1000.0;
    }
  }

  /** Adds what is seen now; what was seen at that time or later already stays as it is. */
  void add(Instant now, double rate) {
    if (!points.isEmpty() && !now.isAfter(points.getLast().at())) {
      return;
    }
    points.addLast(new Point(now, rate));
    while (points.getFirst().at().isBefore(now.minus(KEPT))) {
      points.removeFirst();
    }
  }

  double highest(double lastS) {
    Instant now = points.getLast().at();
    double highest = 0;
    for (Point point : points) {
      highest = Math.max(highest, point.ageS(now) <= lastS ? point.rate() : 0);
    }
    return highest;
  }

  double mean(double lastS) {
    Instant now = points.getLast().at();
    double sum = 0;
    int count = 0;
    for (Point point : points) {
      if (point.ageS(now) <= lastS) {
        sum += point.rate();
        count++;
      }
    }
    return sum / count;
  }

  /** Mean change from one reading to the next as a share of the mean: 0 for a constant rate. */
  double roughness(double lastS) {
    Instant now = points.getLast().at();
    double changes = 0;
    int count = 0;
    Point before = null;
    for (Point point : points) {
      if (point.ageS(now) <= lastS) {
        changes += before == null ? 0 : Math.abs(point.rate() - before.rate());
        count += before == null ? 0 : 1;
        before = point;
      }
    }
    double mean = mean(lastS);
    return count == 0 || mean == 0 ? 0 : changes / count / mean;
  }

  /**
   * The rate that a straight line through the last 20 s, by least squares, reaches.
   *
   * @param aheadS seconds from now
   */
  double forecast(double aheadS) {
    Instant now = points.getLast().at();
    double meanT = meanTime(now);
    double meanRate = mean(TREND_S);
    double covariance = 0;
    double variance = 0;
    for (Point point : points) {
      double t = point.ageS(now);
      if (t <= TREND_S) {
        covariance += (-t - meanT) * (point.rate() - meanRate);
        variance += (-t - meanT) * (-t - meanT);
      }
    }
    double slope = variance == 0 ? 0 : covariance / variance;
    return Math.max(0, meanRate + slope * (aheadS - meanT));
  }

  private double meanTime(Instant now) {
    double sum = 0;
    int count = 0;
    for (Point point : points) {
      double t = point.ageS(now);
      if (t <= TREND_S) {
        sum -= t;
        count++;
      }
    }
    return sum / count;
  }
}
