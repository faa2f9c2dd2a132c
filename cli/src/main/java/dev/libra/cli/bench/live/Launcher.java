package dev.libra.cli.bench.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Calls the launcher script as users do, for an installation of its own. */
final class Launcher {
  private static final Duration STEP = Duration.ofMillis(250);
  private static final Duration ENDING = Duration.ofSeconds(20);
  private static final Duration LONGEST_DOWN = Duration.ofMinutes(3);
  private static final int TAIL = 8;

  private final Path root;
  private final Path home;
  private final BooleanSupplier cancelled;

  /**
   * @param root the checkout
   * @param home state of the installation
   * @param cancelled true ends what runs
   */
  Launcher(Path root, Path home, BooleanSupplier cancelled) {
    this.root = root;
    this.home = home;
    this.cancelled = cancelled;
  }

  Path home() {
    return home;
  }

  /**
   * Runs a command to its end.
   *
   * @param settings keys and values for this command and what it starts
   * @param log gets what it prints
   * @param limit after which it is ended
   * @param meanwhile called again and again while it runs
   * @return its exit code
   * @throws CancellationException after Ctrl-C
   */
  int run(
      Map<String, String> settings,
      Path log,
      Duration limit,
      Runnable meanwhile,
      List<String> arguments) {
    Process process = start(settings, log, arguments);
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (!process.waitFor(STEP.toMillis(), TimeUnit.MILLISECONDS)) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException("ended early");
        }
        if (System.nanoTime() - end > 0) {
          throw new IllegalStateException(arguments.get(0) + " took longer than " + limit);
        }
        meanwhile.run();
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("ended early");
    } finally {
      end(process);
    }
  }

  /**
   * The same for a command that has nothing to report but success.
   *
   * @throws IllegalStateException with its last lines if it fails
   */
  void require(Map<String, String> settings, Path log, Duration limit, List<String> arguments) {
    int code = run(settings, log, limit, () -> {}, arguments);
    if (code != 0) {
      throw new IllegalStateException(
          "libra " + arguments.get(0) + " ended with " + code + ":\n" + tail(log));
    }
  }

  /**
   * Ends the installation, also after Ctrl-C; if that takes too long it goes on by itself.
   *
   * @throws IllegalStateException if something is left
   */
  void down(Map<String, String> settings, Path log) {
    Process process = start(settings, log, List.of("down"));
    try {
      boolean ended = process.waitFor(LONGEST_DOWN.toSeconds(), TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException("libra down did not end everything:\n" + tail(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static String tail(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    } catch (IOException e) {
      return log + " can't be read";
    }
  }

  private Process start(Map<String, String> settings, Path log, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(root.resolve("libra").toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    // What is set for the user's own installation must not get into this one.
    builder.environment().keySet().removeIf(name -> name.startsWith("LIBRA_"));
    builder.environment().put("LIBRA_HOME", home.toString());
    settings.forEach((key, value) -> builder.environment().put(variable(key), value));
    try {
      ownLog(log);
      return builder
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("can't start " + command + ": " + e.getMessage(), e);
    }
  }

  /** What {@code up} prints has the dashboard's password in it: the log is its owner's only. */
  private static void ownLog(Path log) throws IOException {
    Files.createDirectories(log.getParent());
    if (Files.notExists(log)) {
      Files.createFile(
          log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(ENDING.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
