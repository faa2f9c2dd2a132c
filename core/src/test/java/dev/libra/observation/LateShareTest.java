package dev.libra.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.TestData;
import dev.libra.metrics.Sample;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LateShareTest {
  private static final double SLO_MS = 300;

  @Property
  void isExactWhereLatenciesAreSpreadEvenly(
      @ForAll @DoubleRange(min = 1, max = 5000) double shortest,
      @ForAll @DoubleRange(min = 1, max = 5000) double width) {
    double mean = shortest + width / 2;
    double p95 = shortest + 0.95 * width;
    double late = Math.min(1, (shortest + width - SLO_MS) / width);
    double expected = p95 > SLO_MS ? late : 0;
    assertThat(share(mean, p95)).isCloseTo(expected, within(1e-6));
  }

  @Test
  void isAllOfThemWhereAllAreLateAlike() {
    assertThat(share(400, 400)).isEqualTo(1);
    // The mean of a few very slow ones is above the P95.
    assertThat(share(900, 400)).isEqualTo(1);
  }

  @Test
  void isAtLeastWhatThePercentileSays() {
    assertThat(share(60, 301)).isBetween(0.05, 0.2);
    assertThat(share(299, 301)).isBetween(0.05, 1.0);
    assertThat(share(60, 300)).isZero();
  }

  private static double share(double meanMs, double p95Ms) {
    Sample sample =
        new Sample("search", TestData.START, 50, meanMs, p95Ms, p95Ms, 0, 0.5, 1, 9, List.of());
    return LateShare.of(sample, SLO_MS);
  }
}
