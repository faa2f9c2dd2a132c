package dev.libra.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProcessMeterTest {
  private final AtomicLong cpuNanos = new AtomicLong(5_000);
  private final AtomicLong nanoTime = new AtomicLong(1_000);

  @Test
  void dividesCpuTimeByTimeAndLimit() {
    ProcessMeter meter = new ProcessMeter(0.5, cpuNanos::get, nanoTime::get);
    cpuNanos.addAndGet(300);
    nanoTime.addAndGet(1_000);

    assertThat(meter.cpu()).isCloseTo(0.6, within(1e-9));
  }

  @Test
  void startsAnewWithEachCall() {
    ProcessMeter meter = new ProcessMeter(0.5, cpuNanos::get, nanoTime::get);
    cpuNanos.addAndGet(2_000);
    nanoTime.addAndGet(1_000);

    assertThat(meter.cpu()).isCloseTo(4.0, within(1e-9));
    nanoTime.addAndGet(1_000);
    assertThat(meter.cpu()).isZero();
  }

  @Test
  void isNeverNegativeOrInfinite() {
    ProcessMeter meter = new ProcessMeter(1, cpuNanos::get, nanoTime::get);
    cpuNanos.addAndGet(-10);

    assertThat(meter.cpu()).isZero();
  }

  @Test
  void measuresThisProcess() {
    assertThat(ProcessMeter.memoryBytes()).isGreaterThan(10_000_000);
    assertThat(ProcessMeter.ofThisProcess(1).cpu()).isGreaterThanOrEqualTo(0);
  }
}
