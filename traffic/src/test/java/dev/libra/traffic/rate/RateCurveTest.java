package dev.libra.traffic.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.libra.traffic.rate.PiecewiseCurve.Point;
import org.junit.jupiter.api.Test;

class RateCurveTest {
  private final RateCurve ramp = PiecewiseCurve.through(new Point(0, 10), new Point(100, 110));

  @Test
  void runsStraightBetweenItsPoints() {
    assertThat(ramp.at(0)).isEqualTo(10);
    assertThat(ramp.at(25)).isEqualTo(35);
    assertThat(ramp.at(100)).isEqualTo(110);
    assertThat(ramp.at(100.1)).isZero();
    assertThat(ramp.durationS()).isEqualTo(100);
    assertThat(ramp.maxRate()).isEqualTo(110);
  }

  @Test
  void refusesPointsThatDoNotGo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PiecewiseCurve.through(new Point(0, 1), new Point(0, 2)))
        .withMessageContaining("must grow");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PiecewiseCurve.through(new Point(1, 1), new Point(2, 2)))
        .withMessageContaining("first at 0 s");
  }

  @Test
  void theTimeScaleKeepsTheRates() {
    RateCurve fast = ramp.fasterBy(4);
    assertThat(fast.durationS()).isEqualTo(25);
    assertThat(fast.at(6.25)).isEqualTo(35);
  }

  @Test
  void theRateScaleKeepsTheTimes() {
    RateCurve half = ramp.scaledBy(0.5);
    assertThat(half.durationS()).isEqualTo(100);
    assertThat(half.at(25)).isEqualTo(17.5);
    assertThat(half.maxRate()).isEqualTo(55);
  }

  @Test
  void aLongerDurationBeginsAnew() {
    RateCurve twice = ramp.lasting(150);
    assertThat(twice.durationS()).isEqualTo(150);
    assertThat(twice.at(125)).isEqualTo(35);
  }

  @Test
  void aDayBeginsAtNight() {
    RateCurve day = new DayCurve(10, 40, 600);
    assertThat(day.at(0)).isEqualTo(10);
    assertThat(day.at(300)).isCloseTo(40, within(1e-9));
    assertThat(day.at(1200)).isCloseTo(10, within(1e-9));
    assertThat(day.durationS()).isInfinite();
  }
}
