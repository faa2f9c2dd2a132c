package dev.libra.cli.service;

import dev.libra.fleet.ServiceSpec;
import picocli.CommandLine.Option;

/** What a request of the scaled service takes, and what is promised for it. */
public final class RequestOptions {
  private static final double CPU_PER_PLACE = 0.03;
  private static final double COST_PER_HOUR = 0.05;

  @Option(
      names = "--slo-ms",
      defaultValue = "300",
      description = "P95 that is promised (default: ${DEFAULT-VALUE}).")
  private double sloMs;

  @Option(
      names = "--service-time-ms",
      defaultValue = "60",
      description = "Median time of a request (default: ${DEFAULT-VALUE}).")
  private double serviceTimeMs;

  /**
   * A service with these requests; CPU limit and price are those of the shipped search, by its
   * places.
   */
  public ServiceSpec spec(String name, int min, int max, int concurrency) {
    double cpuLimit = CPU_PER_PLACE * concurrency;
    return new ServiceSpec(
        name, min, max, sloMs, concurrency, serviceTimeMs, cpuLimit, COST_PER_HOUR);
  }
}
