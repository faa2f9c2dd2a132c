package dev.libra.cli.bench;

import dev.libra.cli.bench.live.LiveBenchCommand;
import dev.libra.cli.twin.TwinBenchCommand;
import dev.libra.cli.twin.TwinSpeedCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The parent of the benchmarks. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure, and write the figures of docs/results.",
    subcommands = {
      AgentsBenchCommand.class,
      GatewayBenchCommand.class,
      LiveBenchCommand.class,
      TrafficBenchCommand.class,
      TwinBenchCommand.class,
      TwinSpeedCommand.class
    })
public final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which benchmark? See libra bench --help");
  }
}
