package dev.libra.cli.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Which commit this Libra was built from. */
public final class Revision {
  private static final String UNKNOWN = "unknown";

  private Revision() {}

  /** The commit's 40 digits, with {@code -dirty} if files differ from it; "unknown" without git. */
  public static String ofCheckout() {
    Path root = Workspace.current().root();
    String commit = git(root, "rev-parse", "HEAD");
    if (!commit.matches("[0-9a-f]{40}")) {
      return UNKNOWN;
    }
    return git(root, "status", "--porcelain", "--untracked-files=no").isEmpty()
        ? commit
        : commit + "-dirty";
  }

  private static String git(Path root, String... arguments) {
    try {
      String[] command = new String[arguments.length + 3];
      command[0] = "git";
      command[1] = "-C";
      command[2] = root.toString();
      System.arraycopy(arguments, 0, command, 3, arguments.length);
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? output : UNKNOWN;
    } catch (IOException e) {
      return UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }
}
