package dev.libra.cli.compare;

import dev.libra.fleet.ServiceSpec;
import picocli.CommandLine.Option;

/** The service that is scaled. */
final class ServiceOptions {
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

  /** The shipped search service's CPU limit and price. */
  ServiceSpec spec() {
    return new ServiceSpec("search", min, max, sloMs, concurrency, serviceTimeMs, 0.12, 0.05);
  }
}
