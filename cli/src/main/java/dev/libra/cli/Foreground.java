package dev.libra.cli;

import dev.libra.cli.workspace.Workspace;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stays until Ctrl-C with a line that shows how the services are, then ends everything. */
final class Foreground {
  private final Workspace workspace;
  private final Addresses addresses;
  private final LocalApi api;
  private final PrintStream out = System.out;

  Foreground(Workspace workspace, Addresses addresses, LocalApi api) {
    this.workspace = workspace;
    this.addresses = addresses;
    this.api = api;
  }

  void stay() {
    CountDownLatch end = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(end), "libra-down"));
    out.println("  Ctrl-C stops everything; './libra up --detach' leaves it running.");
    try {
      while (!end.await(2, TimeUnit.SECONDS)) {
        show();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void show() {
    String line =
        api.get(addresses.controlUrl() + "/api/status")
            .map(StatusTable::line)
            .orElse("control doesn't answer: './libra up --detach' starts it again");
    out.print((System.console() == null ? "" : "\r\u001b[K") + "  " + line);
    if (System.console() == null) {
      out.println();
    }
    out.flush();
  }

  private void stop(CountDownLatch end) {
    end.countDown();
    out.println();
    new Shutdown(workspace.home(), name -> out.println("  " + name)).run();
  }
}
