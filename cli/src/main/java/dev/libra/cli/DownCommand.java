package dev.libra.cli;

import dev.libra.cli.workspace.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Ends everything; the data stays. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "End every process of this installation; its data stays.")
final class DownCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    Workspace workspace = Workspace.current();
    try (UpLock lock = UpLock.take(workspace.home().root())) {
      int ended = new Shutdown(workspace.home(), line -> System.out.println("  " + line)).run();
      System.out.println(ended == 0 ? "nothing was running" : ended + " processes ended");
    }
    return 0;
  }
}
