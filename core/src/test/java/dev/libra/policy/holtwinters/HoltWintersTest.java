package dev.libra.policy.holtwinters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class HoltWintersTest {

  @Test
  void followsTheFormulaStepByStep() {
    HoltWinters series = new HoltWinters(0.5, 0.5, 0, 1, 1);
    series.add(10);
    series.add(14); // ℓ = 12, b = 1
    assertThat(series.forecast(1)).isEqualTo(13);
    assertThat(series.forecast(3)).isEqualTo(15);
    series.add(17); // ℓ = (17 + 13) ÷ 2 = 15, b = (3 + 1) ÷ 2 = 2
    assertThat(series.forecast(1)).isEqualTo(17);
  }

  @Test
  void dampsTheTrend() {
    HoltWinters series = new HoltWinters(0.5, 0.5, 0, 0.5, 1);
    series.add(10);
    series.add(14); // ℓ = 12, b = 1
    assertThat(series.forecast(2)).isEqualTo(12 + 0.5 + 0.25);
  }

  @Test
  void learnsASeason() {
    HoltWinters series = new HoltWinters(0.1, 0.01, 0.5, 0.9, 4);
    double[] season = {10, 20, 40, 20};
    for (int i = 0; i < 400; i++) {
      series.add(season[i % 4]);
    }
    for (int ahead = 1; ahead <= 4; ahead++) {
      assertThat(series.forecast(ahead)).isCloseTo(season[(ahead - 1) % 4], within(0.5));
    }
  }

  @Property
  void aConstantSeriesIsForecastAsItself(
      @ForAll @DoubleRange(min = 0, max = 1e4) double value,
      @ForAll @DoubleRange(min = 0.01, max = 1) double alpha,
      @ForAll @DoubleRange(min = 0, max = 1) double beta) {
    HoltWinters series = new HoltWinters(alpha, beta, 0.3, 0.95, 5);
    for (int i = 0; i < 30; i++) {
      series.add(value);
    }
    assertThat(series.forecast(7)).isCloseTo(value, within(1e-6 * (1 + value)));
  }
}
