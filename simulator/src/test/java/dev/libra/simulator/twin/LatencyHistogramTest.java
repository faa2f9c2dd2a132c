package dev.libra.simulator.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;

class LatencyHistogramTest {

  @Property
  void percentilesAreRightToTheWidthOfABucket(
      @ForAll @Size(min = 1, max = 300) List<@LongRange(min = 1, max = 130_000_000) Long> latencies,
      @ForAll @DoubleRange(min = 0, max = 100) double percentile) {
    LatencyHistogram histogram = new LatencyHistogram();
    LatencyHistogram sum = new LatencyHistogram();
    latencies.forEach(histogram::record);
    sum.add(histogram);
    histogram.reset();
    assertThat(histogram.total()).isZero();
    assertThat(histogram.percentileMs(95)).isZero();
    List<Long> sorted = latencies.stream().sorted().toList();
    int rank = (int) Math.max(1, Math.ceil(percentile / 100 * sorted.size()));
    double exact = sorted.get(rank - 1) / 1000.0;
    assertThat(sum.percentileMs(percentile)).isCloseTo(exact, Offset.offset(exact * 0.008));
    assertThat(sum.meanMs())
        .isCloseTo(
            latencies.stream().mapToLong(Long::longValue).average().orElseThrow() / 1000,
            Offset.offset(1e-6 * exact + 1e-3));
  }
}
