package dev.libra.traffic.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.traffic.rate.PiecewiseCurve.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

class ArrivalsTest {

  @Property(tries = 100)
  void asManyArriveAsTheCurveHasUnderIt(
      @ForAll @DoubleRange(min = 0, max = 500) double from,
      @ForAll @DoubleRange(min = 1, max = 500) double to,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    RateCurve ramp = PiecewiseCurve.through(new Point(0, from), new Point(60, to));
    double expected = 60 * (from + to) / 2;
    // six standard deviations of a Poisson count
    assertThat((double) all(ramp, seed).size())
        .isCloseTo(expected, within(6 * Math.sqrt(expected) + 1));
  }

  @Property(tries = 50)
  void theSameSeedGivesTheSameTimes(@ForAll @LongRange(min = 0, max = 1_000) long seed) {
    RateCurve day = new DayCurve(10, 40, 60).lasting(120);
    assertThat(all(day, seed)).isEqualTo(all(day, seed)).isSorted();
    assertThat(all(day, seed)).isNotEqualTo(all(day, seed + 1));
  }

  @Property(tries = 20)
  void nothingArrivesWhereTheRateIsZero(@ForAll @LongRange(min = 0, max = 1_000) long seed) {
    RateCurve gap = new StepCurve(new double[] {100, 0, 100}, 10);
    assertThat(all(gap, seed)).noneMatch(t -> t > 10 && t < 20);
  }

  private static List<Double> all(RateCurve curve, long seed) {
    Arrivals arrivals = new Arrivals(curve, new Random(seed));
    List<Double> times = new ArrayList<>();
    for (double t = arrivals.next(); t != Arrivals.END; t = arrivals.next()) {
      times.add(t);
    }
    return times;
  }
}
