package dev.libra.learning.chart;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AxisTest {

  @Test
  void ticksAreRound() {
    assertThat(new Axis(-3, 503, 0, 100).ticks(6))
        .containsExactly(0.0, 100.0, 200.0, 300.0, 400.0, 500.0);
    assertThat(new Axis(0, 1, 0, 100).ticks(5).get(1)).isEqualTo(0.2);
  }

  @Test
  void putsValuesBetweenItsEnds() {
    assertThat(new Axis(100, 200, 300, 10).pixel(150)).isEqualTo(155);
  }

  @Property(tries = 500)
  void hasAFewTicksWithinAnyRange(
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double low,
      @ForAll @DoubleRange(min = 0.01, max = 1e9) double length) {
    Axis axis = Axis.around(low, low + length, 0, 100);
    assertThat(axis.ticks(6)).hasSizeBetween(2, 8);
  }

  @Test
  void labelsAreShort() {
    assertThat(Ticks.label(0)).isEqualTo("0");
    assertThat(Ticks.label(-80)).isEqualTo("−80");
    assertThat(Ticks.label(0.1 + 0.2)).isEqualTo("0.3");
    assertThat(Ticks.label(25_000)).isEqualTo("25k");
    assertThat(Ticks.label(1_000_000)).isEqualTo("1M");
  }
}
