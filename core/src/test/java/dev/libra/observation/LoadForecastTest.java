package dev.libra.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.TestData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LoadForecastTest {
  private static final Instant START = TestData.START;
  private static final int TICKS = 900;
  private final LoadForecast forecast = new LoadForecast(Duration.ofSeconds(10));

  @Test
  void expectsWhatIsNowAsLongAsNothingIsKnown() {
    forecast.add(START, 100);
    assertThat(forecast.expected()).isEqualTo(100);
    assertThat(forecast.high(2)).isEqualTo(100);
    forecast.add(START.plusSeconds(2), 150);
    assertThat(forecast.expected()).isEqualTo(150);
    assertThat(forecast.high(2)).isEqualTo(150);
  }

  @Test
  void goesOnWithATrend() {
    play(tick -> 100 + 2 * tick);
    double now = 100 + 2 * (TICKS - 1);
    assertThat(forecast.expected()).isCloseTo(now + 10, within(0.5));
    assertThat(forecast.high(1)).isBetween(forecast.expected(), now + 13);
  }

  @Test
  void returnsToTheMeanWhereTheLoadIsNoise() {
    Random random = new Random(1);
    double[] noise = random.doubles(TICKS, 50, 150).toArray();
    noise[TICKS - 1] = 150;
    play(tick -> noise[tick]);
    assertThat(forecast.expected()).isBetween(90.0, 115.0);
    // Uniform numbers of that range deviate by 29 from their mean.
    assertThat(forecast.high(1) - forecast.expected()).isBetween(26.0, 34.0);
  }

  @Test
  void staysAtALevelThatStays() {
    play(tick -> tick / 60 % 2 == 0 ? 100 : 300);
    assertThat(forecast.expected()).isBetween(70.0, 130.0);
  }

  @Test
  void isNotMisledByAGap() {
    play(tick -> 100 + 10 * Math.sin(tick / 20.0));
    forecast.add(START.plusSeconds(2L * TICKS + 3600), 900);
    assertThat(forecast.expected()).isBetween(500.0, 1000.0);
    assertThat(forecast.high(1) - forecast.expected()).isLessThan(10);
  }

  /** Whatever is seen: numbers, and none below nothing. */
  @Property
  void isAlwaysARate(
      @ForAll @Size(min = 1, max = 300) List<@DoubleRange(min = 0, max = 1e6) Double> rates,
      @ForAll @IntRange(min = 1, max = 40) int stepS) {
    LoadForecast any = new LoadForecast(Duration.ofSeconds(10));
    for (int i = 0; i < rates.size(); i++) {
      any.add(START.plusSeconds((long) i * stepS), rates.get(i));
      assertThat(any.expected()).isFinite().isNotNegative();
      assertThat(any.high(1.65)).isFinite().isGreaterThanOrEqualTo(any.expected());
    }
  }

  private void play(IntToDoubleFunction rate) {
    for (int tick = 0; tick < TICKS; tick++) {
      forecast.add(START.plusSeconds(2L * tick), rate.applyAsDouble(tick));
    }
  }
}
