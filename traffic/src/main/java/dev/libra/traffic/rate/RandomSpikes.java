package dev.libra.traffic.rate;

import dev.libra.fleet.Check;
import dev.libra.traffic.rate.PiecewiseCurve.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws spikes at random times and of random height over a steady rate; the same seed gives the
 * same curve. Times between spikes are exponential, heights are uniform from the base to the
 * highest.
 *
 * @param base requests/s between the spikes
 * @param highest requests/s that no spike exceeds
 * @param meanGapS mean time from the end of a spike to the next
 * @param durationS length of the curve
 */
public record RandomSpikes(double base, double highest, double meanGapS, double durationS) {
  private static final double RISE_S = 2;
  private static final double SHORTEST_S = 5;
  private static final double LONGEST_S = 45;

  public RandomSpikes {
    Check.between("base", base, 0, 1e6);
    Check.between("highest", highest, base, 1e6);
    Check.between("mean gap in s", meanGapS, 1, 1e6);
    Check.between("duration in s", durationS, 1, 1e6);
  }

  public RateCurve curve(long seed) {
    Random random = new Random(seed);
    List<Point> points = new ArrayList<>(List.of(new Point(0, base)));
    double at = gap(random);
    while (at + 2 * RISE_S + LONGEST_S < durationS) {
      double height = base + random.nextDouble() * (highest - base);
      double lasting = SHORTEST_S + random.nextDouble() * (LONGEST_S - SHORTEST_S);
      points.add(new Point(at, base));
      points.add(new Point(at + RISE_S, height));
      points.add(new Point(at + RISE_S + lasting, height));
      points.add(new Point(at + 2 * RISE_S + lasting, base));
      at += 2 * RISE_S + lasting + gap(random);
    }
    points.add(new Point(durationS, base));
    return PiecewiseCurve.through(points.toArray(Point[]::new));
  }

  private double gap(Random random) {
    return 0.001 - Math.log(1 - random.nextDouble()) * meanGapS;
  }
}
