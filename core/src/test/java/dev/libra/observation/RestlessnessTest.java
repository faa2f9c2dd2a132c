package dev.libra.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.TestData;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RestlessnessTest {
  private static final int TEN_MINUTES = 600;

  @Test
  void isUnknownUntilAMinuteWasSeen() {
    assertThat(after(58, s -> 100)).isNaN();
    assertThat(after(60, s -> 100)).isZero();
  }

  @Test
  void isTheChangeWithinTenSecondsAsAShareOfTheMean() {
    // 100 of 1000 each ten seconds: what chance does to it is a hundredth of that.
    assertThat(after(TEN_MINUTES, s -> 1000 + (s / 10 % 2 == 0 ? -50 : 50)))
        .isCloseTo(0.1, within(0.003));
  }

  @Test
  void rareSpikesDoNotCount() {
    assertThat(after(TEN_MINUTES, s -> s % 300 < 20 ? 1000 : 100)).isZero();
  }

  @Property(tries = 50)
  void whatChanceMakesOfASteadyRateHardlyCounts(
      @ForAll @DoubleRange(min = 20, max = 500) double rate, @ForAll long seed) {
    Random random = new Random(seed);
    // Counts of two seconds, by the normal distribution.
    double seen =
        after(TEN_MINUTES, s -> Math.max(0, rate + random.nextGaussian() * Math.sqrt(rate / 2)));
    assertThat(seen).isLessThan(0.6 / Math.sqrt(rate));
  }

  @Test
  void noLoadAtAllIsSteady() {
    assertThat(after(TEN_MINUTES, s -> 0)).isZero();
  }

  private static double after(int seconds, IntToDoubleFunction rate) {
    Restlessness restlessness = new Restlessness();
    for (int s = 0; s <= seconds; s += 2) {
      restlessness.add(TestData.START.plusSeconds(s), rate.applyAsDouble(s));
    }
    return restlessness.value();
  }
}
