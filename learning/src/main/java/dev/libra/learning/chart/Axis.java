package dev.libra.learning.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Places values along an axis of a picture, and finds round values to label.
 *
 * @param low smallest value shown
 * @param high largest value shown, above {@code low}
 * @param from pixel of {@code low}
 * @param to pixel of {@code high}
 */
record Axis(double low, double high, double from, double to) {
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};

  /** An axis for at least these values, a little longer where there is one only. */
  static Axis around(double low, double high, double from, double to) {
    double margin = high > low ? 0 : Math.max(1, Math.abs(low) * 0.1);
    return new Axis(low - margin, high + margin, from, to);
  }

  double pixel(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  /** Round values, about {@code wished} of them, from low to high. */
  List<Double> ticks(int wished) {
    double step = step(wished);
    List<Double> ticks = new ArrayList<>();
    for (double i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      // + 0.0 makes −0 a plain 0.
      ticks.add(i * step + 0.0);
    }
    return ticks;
  }

  private double step(int wished) {
    double rough = (high - low) / wished;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double round : ROUND) {
      if (round * power >= rough) {
        return round * power;
      }
    }
    return 10 * power;
  }
}
