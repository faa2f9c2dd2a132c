package dev.libra.cli.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The parent of all benchmarks: it only has sub-commands. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure a part of Libra on this machine.",
    subcommands = {GatewayBenchCommand.class})
public final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which benchmark? See libra bench --help");
  }
}
