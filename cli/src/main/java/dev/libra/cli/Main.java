package dev.libra.cli;

import dev.libra.process.CorruptRecordException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Entry point of {@code ./libra}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new LibraCommand())
        .setExecutionExceptionHandler(Main::report)
        .setUsageHelpAutoWidth(true);
  }

  /** What the user can mend is one line; anything else is ours, with its trace. */
  private static int report(Exception e, CommandLine command, ParseResult result) throws Exception {
    boolean mendable =
        e instanceof CliException
            || e instanceof CorruptRecordException
            || e instanceof UncheckedIOException;
    if (!mendable) {
      throw e;
    }
    command.getErr().println("libra: " + e.getMessage());
    return 1;
  }
}
