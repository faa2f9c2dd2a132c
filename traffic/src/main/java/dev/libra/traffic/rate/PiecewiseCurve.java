package dev.libra.traffic.rate;

import dev.libra.fleet.Check;
import java.util.Arrays;
import java.util.List;

/** Straight lines between points: constant, ramp, step and spike alike. */
public final class PiecewiseCurve implements RateCurve {
  private final double[] times;
  private final double[] rates;

  /**
   * A corner of the curve.
   *
   * @param seconds after the start
   * @param rate requests/s
   */
  public record Point(double seconds, double rate) {

    public Point {
      Check.notNegative("seconds", seconds);
      Check.between("rate", rate, 0, 1e6);
    }
  }

  private PiecewiseCurve(List<Point> points) {
    this.times = points.stream().mapToDouble(Point::seconds).toArray();
    this.rates = points.stream().mapToDouble(Point::rate).toArray();
  }

  /** The curve through the points; they begin at 0 s and their times grow. */
  public static PiecewiseCurve through(Point... points) {
    List<Point> list = List.of(points);
    if (list.size() < 2 || list.get(0).seconds() != 0) {
      throw new IllegalArgumentException("a curve needs two points, the first at 0 s: " + list);
    }
    for (int i = 1; i < list.size(); i++) {
      if (list.get(i).seconds() <= list.get(i - 1).seconds()) {
        throw new IllegalArgumentException("the points' times must grow: " + list);
      }
    }
    return new PiecewiseCurve(list);
  }

  public static PiecewiseCurve constant(double rate, double durationS) {
    return through(new Point(0, rate), new Point(durationS, rate));
  }

  @Override
  public double at(double seconds) {
    int found = Arrays.binarySearch(times, seconds);
    if (found >= 0) {
      return rates[found];
    }
    int next = -found - 1;
    if (next == 0 || next == times.length) {
      return 0;
    }
    double share = (seconds - times[next - 1]) / (times[next] - times[next - 1]);
    return rates[next - 1] + share * (rates[next] - rates[next - 1]);
  }

  @Override
  public double durationS() {
    return times[times.length - 1];
  }

  @Override
  public double maxRate() {
    return Arrays.stream(rates).max().orElse(0);
  }
}
