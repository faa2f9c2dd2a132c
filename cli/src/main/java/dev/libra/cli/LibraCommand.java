package dev.libra.cli;

import dev.libra.cli.bench.BenchCommand;
import dev.libra.cli.compare.CompareCommand;
import dev.libra.cli.compare.TracesCommand;
import dev.libra.cli.replay.ReplayCommand;
import dev.libra.cli.replay.ScenariosCommand;
import dev.libra.cli.train.DecomposeCommand;
import dev.libra.cli.train.TrainCommand;
import dev.libra.cli.twin.CalibrateCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command: it only has sub-commands. */
@Command(
    name = "libra",
    mixinStandardHelpOptions = true,
    version = "Libra 0.1.0-SNAPSHOT",
    description = "A learned autoscaler for microservices on Open Liberty.",
    footer = {"", "libra test [--module M] [--test T] runs the tests."},
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      DoctorCommand.class,
      ReplayCommand.class,
      TrainCommand.class,
      DecomposeCommand.class,
      ScenariosCommand.class,
      CalibrateCommand.class,
      BenchCommand.class,
      CompareCommand.class,
      TracesCommand.class,
    })
final class LibraCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? See libra --help");
  }
}
