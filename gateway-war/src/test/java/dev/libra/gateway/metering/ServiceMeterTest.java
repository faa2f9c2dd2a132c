package dev.libra.gateway.metering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.metrics.HistogramCodec;
import dev.libra.metrics.Interval;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ServiceMeterTest {
  private final ServiceMeter meter = new ServiceMeter("search", Clock.systemUTC());

  @Test
  void anIntervalHoldsLatenciesInMicroseconds() {
    meter.record(TimeUnit.MILLISECONDS.toNanos(10), false);
    meter.record(TimeUnit.MILLISECONDS.toNanos(20), true);

    Interval interval = meter.next();

    assertThat(interval.requests()).isEqualTo(2);
    assertThat(interval.errors()).isEqualTo(1);
    Histogram read = HistogramCodec.decode(HistogramCodec.encode(interval.latency()));
    assertThat(read.getMaxValue()).isBetween(20_000L, 20_020L);
    assertThat(read.getMinValue()).isBetween(9_990L, 10_000L);
    assertThat(read.getTotalCount()).isEqualTo(2);
  }

  @Test
  void anIdleSecondIsAnEmptyInterval() {
    meter.record(1, false);
    Interval first = meter.next();
    Interval second = meter.next();
    assertThat(second.requests()).isZero();
    assertThat(second.start()).isEqualTo(first.end());
    assertThat(meter.next().requests()).isZero();
  }

  @Test
  void latenciesBeyondTheScaleCountAtItsEnds() {
    meter.record(0, false);
    meter.record(TimeUnit.HOURS.toNanos(1), false);
    Histogram latency = meter.next().latency();
    assertThat(latency.getMinNonZeroValue()).isEqualTo(1);
    assertThat(latency.getMaxValue()).isGreaterThanOrEqualTo(119_900_000L);
  }

  @Test
  void noRequestIsLostOrCountedTwiceWhileIntervalsEnd() throws InterruptedException {
    int threads = 3;
    int perThread = 100_000;
    List<Thread> recorders = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      Thread recorder =
          new Thread(
              () -> {
                for (int i = 0; i < perThread; i++) {
                  meter.record(i, i % 10 == 0);
                }
              });
      recorders.add(recorder);
      recorder.start();
    }
    long requests = 0;
    long errors = 0;
    boolean running = true;
    while (running) {
      running = recorders.stream().anyMatch(Thread::isAlive);
      Interval interval = meter.next();
      requests += interval.requests();
      errors += interval.errors();
    }
    assertThat(requests).isEqualTo(threads * perThread);
    assertThat(errors).isEqualTo(threads * perThread / 10);
  }
}
