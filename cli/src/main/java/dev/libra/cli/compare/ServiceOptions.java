package dev.libra.cli.compare;

import dev.libra.cli.service.RequestOptions;
import dev.libra.fleet.ServiceSpec;
import picocli.CommandLine.Mixin;
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
      names = "--concurrency",
      defaultValue = "4",
      description = "Requests one replica works on at once (default: ${DEFAULT-VALUE}).")
  private int concurrency;

  @Mixin private RequestOptions requests;

  /** CPU limit and price are those of the shipped search, by its places. */
  ServiceSpec spec() {
    return requests.spec("search", min, max, concurrency);
  }
}
