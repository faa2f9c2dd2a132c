package dev.libra.cli.twin;

import dev.libra.cli.workspace.Workspace;
import dev.libra.fleet.ServiceSpec;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which service of which installation is measured. */
public final class LiveOptions {
  private static final double ANY_CPU_LIMIT = 1;

  @Option(names = "--service", defaultValue = "search", description = "Default: search.")
  private String service;

  @Option(
      names = "--service-time-ms",
      defaultValue = "60",
      description = "Its libra.service.<name>.service-time-ms (default: 60).")
  private double serviceTimeMs;

  LiveSystem connect() {
    return new LiveSystem(
        service, port("LIBRA_CONTROL_PORT", 9080), port("LIBRA_TRAFFIC_PORT", 9070), home());
  }

  /** The service as configured; with bounds that leave every count free. */
  ServiceSpec spec(LiveSystem live) {
    return new ServiceSpec(
        service, 1, 100, live.sloMs(), live.concurrency(), serviceTimeMs, ANY_CPU_LIMIT, 0);
  }

  static Path home() {
    return Workspace.current().home().root();
  }

  private static int port(String variable, int byDefault) {
    return Integer.parseInt(System.getenv().getOrDefault(variable, Integer.toString(byDefault)));
  }
}
