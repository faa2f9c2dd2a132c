package dev.libra.cli.bench;

import dev.libra.bench.traffic.Machine;
import dev.libra.bench.traffic.TrafficBenchmark;
import dev.libra.cli.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The traffic engine against wrk. */
@Command(
    name = "traffic",
    mixinStandardHelpOptions = true,
    description = {
      "Compare the traffic engine with wrk on the same target: CPU per request and latencies.",
      "Wants two cores, taskset and wrk; writes traffic.json, traffic.md and traffic.svg."
    })
final class TrafficBenchCommand implements Callable<Integer> {
  private static final int MENDABLE = 2;

  @Option(names = "--out", description = "Folder for the results (default: docs/results).")
  private Path out;

  @Option(names = "--rounds", defaultValue = "3", description = "Rounds; medians are told.")
  private int rounds;

  @Option(names = "--seconds", defaultValue = "10", description = "Length of each shot.")
  private int seconds;

  @Option(names = "--port", defaultValue = "18901", description = "Port of the target.")
  private int port;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      TrafficBenchmark benchmark =
          new TrafficBenchmark(port, rounds, seconds, line -> System.out.println(line));
      Path folder = out == null ? Workspace.current().root().resolve("docs/results") : out;
      benchmark.run().write(folder, Machine.describe());
      System.out.println(folder.resolve("traffic.md"));
      return 0;
    } catch (IOException e) {
      spec.commandLine().getErr().println("libra: " + e.getMessage());
      return MENDABLE;
    }
  }
}
