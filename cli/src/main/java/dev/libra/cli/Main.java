package dev.libra.cli;

import dev.libra.process.CorruptRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Entry point of {@code ./libra}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    readLogging();
    System.exit(commandLine().execute(arguments));
  }

  private static void readLogging() {
    try (InputStream in = Main.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
