package dev.libra.cli.bench.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Replicas over a stretch of time.
 *
 * @param readyS replica-seconds
 * @param paidS replica-seconds, starting and draining ones included
 * @param peak most that were paid for at once
 */
record ReplicaTime(double readyS, double paidS, int peak) {

  /**
   * Each sample counts until the next one, the last to the end; the first also for what lies before
   * it.
   *
   * @param points oldest first, at least one
   */
  static ReplicaTime of(List<FleetPoint> points, Instant from, Instant to) {
    if (points.isEmpty()) {
      throw new IllegalArgumentException("control gave no samples from " + from + " to " + to);
    }
    int peak = 0;
    for (int i = 0; i < points.size(); i++) {
      peak = length(points, i, from, to) > 0 ? Math.max(peak, points.get(i).paid()) : peak;
    }
    return new ReplicaTime(
        sum(points, from, to, FleetPoint::ready), sum(points, from, to, FleetPoint::paid), peak);
  }

  private static double sum(
      List<FleetPoint> points, Instant from, Instant to, ToIntFunction<FleetPoint> count) {
    double sum = 0;
    for (int i = 0; i < points.size(); i++) {
      sum += length(points, i, from, to) * count.applyAsInt(points.get(i));
    }
    return sum;
  }

  /** For how many seconds of the stretch a sample counts. */
  private static double length(List<FleetPoint> points, int index, Instant from, Instant to) {
    Instant begin = index == 0 ? from : later(points.get(index).at(), from);
    Instant next = index + 1 < points.size() ? points.get(index + 1).at() : to;
    Instant end = next.isBefore(to) ? next : to;
    return Math.max(0, Duration.between(begin, end).toNanos() / 1e9);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
