package dev.libra.exporter;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Measures this process: CPU time between two calls, and resident memory. */
final class ProcessMeter {
  private static final Path STATUS = Path.of("/proc/self/status");

  private final double cpuLimit;
  private final LongSupplier cpuNanos;
  private final LongSupplier nanoTime;
  private long lastCpu;
  private long lastTime;

  ProcessMeter(double cpuLimit, LongSupplier cpuNanos, LongSupplier nanoTime) {
    this.cpuLimit = cpuLimit;
    this.cpuNanos = cpuNanos;
    this.nanoTime = nanoTime;
    lastCpu = cpuNanos.getAsLong();
    lastTime = nanoTime.getAsLong();
  }

  static ProcessMeter ofThisProcess(double cpuLimit) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new ProcessMeter(cpuLimit, system::getProcessCpuTime, System::nanoTime);
  }

  /** CPU used since the last call as a share of the limit; above 1 if nothing enforces it. */
  double cpu() {
    long cpu = cpuNanos.getAsLong();
    long time = nanoTime.getAsLong();
    double used = Math.max(0, cpu - lastCpu) / (Math.max(1, time - lastTime) * cpuLimit);
    lastCpu = cpu;
    lastTime = time;
    return used;
  }

  /** Resident memory where Linux tells it, else the heap in use. */
  static long memoryBytes() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst()
          .orElseGet(ProcessMeter::heapBytes);
    } catch (IOException e) {
      return heapBytes();
    }
  }

  private static long heapBytes() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
