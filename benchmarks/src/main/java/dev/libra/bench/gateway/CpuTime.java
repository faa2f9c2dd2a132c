package dev.libra.bench.gateway;

import java.time.Duration;
import java.util.stream.Stream;

/** CPU that a process and its children have used. */
final class CpuTime {
  private CpuTime() {}

  /** In µs since the process's start. */
  static double micros(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
        .mapToDouble(time -> time.toNanos() / 1000.0)
        .sum();
  }
}
