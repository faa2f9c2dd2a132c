package dev.libra.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.environment.SeededRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TraceFamilyTest {

  @Property(tries = 200)
  void keepsToLengthAndPeak(
      @ForAll TraceFamily family,
      @ForAll @IntRange(min = 1, max = 5000) int seconds,
      @ForAll @DoubleRange(min = 0.1, max = 10_000) double peak,
      @ForAll long seed) {
    Trace trace = family.generate(peak, seconds, new SeededRandom(seed));
    assertThat(trace.durationS()).isEqualTo(seconds);
    assertThat(trace.maxRate()).isLessThanOrEqualTo(peak * (1 + 1e-12));
    if (family != TraceFamily.CONSTANT) {
      assertThat(trace.maxRate()).isCloseTo(peak, within(peak * 1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSameTraceAndAnotherAnother(TraceFamily family) {
    double[] first = family.generate(100, 600, new SeededRandom(1)).rates();
    assertThat(family.generate(100, 600, new SeededRandom(1)).rates()).isEqualTo(first);
    assertThat(family.generate(100, 600, new SeededRandom(2)).rates()).isNotEqualTo(first);
  }

  @Test
  void cutsAWindowOut() {
    Trace trace = new Trace("t", new double[] {1, 2, 3, 4}, 10);
    assertThat(trace.window(10, 20).rates()).containsExactly(2, 3);
    assertThat(trace.window(35, 100).rates()).containsExactly(4);
    assertThat(trace.window(40, 5).rates()).containsExactly(4);
    assertThat(trace.fasterBy(2).durationS()).isEqualTo(20);
    assertThat(trace.scaledBy(3).at(15)).isEqualTo(6);
    assertThat(trace.at(40)).isZero();
  }
}
