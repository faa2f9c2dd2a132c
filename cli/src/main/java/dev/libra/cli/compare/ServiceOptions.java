package dev.libra.cli.compare;

import dev.libra.fleet.ServiceSpec;
import picocli.CommandLine.Option;

/** The service that is scaled. */
final class ServiceOptions {
  private static final double CPU_PER_PLACE = 0.03;
  private static final double COST_PER_HOUR = 0.05;

  @Option(
      names = "--min",
      defaultValue = "1",
      description = "Fewest replicas (default: ${DEFAULT-VALUE}).")
  private int min;

  @Option(
      names = "--max",
      defaultValue = "16",
      description = "Most replicas (default: ${DEFAULT-VALUE}).")
  private int max;

  @Option(
      names = "--slo-ms",
      defaultValue = "300",
      description = "P95 that is promised (default: ${DEFAULT-VALUE}).")
  private double sloMs;

  @Option(
      names = "--concurrency",
      defaultValue = "4",
      description = "Requests one replica works on at once (default: ${DEFAULT-VALUE}).")
  private int concurrency;

  @Option(
      names = "--service-time-ms",
      defaultValue = "60",
      description = "Median time of a request (default: ${DEFAULT-VALUE}).")
  private double serviceTimeMs;

  /** CPU limit and price are those of the shipped search, by its places. */
  ServiceSpec spec() {
    return new ServiceSpec(
        "search",
        min,
        max,
        sloMs,
        concurrency,
        serviceTimeMs,
        CPU_PER_PLACE * concurrency,
        COST_PER_HOUR);
  }
}
