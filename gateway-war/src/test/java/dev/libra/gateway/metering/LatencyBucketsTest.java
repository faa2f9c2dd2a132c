package dev.libra.gateway.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatencyBucketsTest {

  @Test
  void intervalsAddUpInEveryBucketTheyFit() {
    LatencyBuckets buckets = new LatencyBuckets();
    Histogram interval = new Histogram(1, 120_000_000, 3);
    buckets.add(interval);
    assertThat(buckets.count()).isZero();

    interval.recordValue(800);
    interval.recordValue(30_000);
    buckets.add(interval);
    interval.recordValue(60_000_000);
    buckets.add(interval);

    assertThat(buckets.atOrBelow(0)).as("1 ms").isEqualTo(2);
    assertThat(buckets.atOrBelow(LatencyBuckets.BOUNDS.indexOf(0.025))).isEqualTo(2);
    assertThat(buckets.atOrBelow(LatencyBuckets.BOUNDS.indexOf(0.05))).isEqualTo(4);
    assertThat(buckets.atOrBelow(LatencyBuckets.BOUNDS.indexOf(10.0))).isEqualTo(4);
    assertThat(buckets.count()).isEqualTo(5);
    assertThat(buckets.sum()).isCloseTo(2 * 0.0308 + 60, within(0.1));
  }
}
