package dev.libra.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Says what is being done and how long it took; waits for conditions. */
final class Progress {
  private static final long POLL_MS = 250;

  private final PrintStream out;
  private final boolean live;

  Progress(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
  }

  /** Does something and prints a line with its duration. */
  void step(String what, Runnable work) {
    long start = System.nanoTime();
    begin(what);
    work.run();
    end(what, start);
  }

  /**
   * Waits until it is so.
   *
   * @param failure looked at on every round: a message ends the wait at once
   * @throws CliException with that message, or when the time is over
   */
  void await(String what, Duration limit, BooleanSupplier until, Supplier<String> failure) {
    long start = System.nanoTime();
    begin(what);
    while (!until.getAsBoolean()) {
      String failed = failure.get();
      if (failed == null && System.nanoTime() - start > limit.toNanos()) {
        failed = what + " took longer than " + limit.toSeconds() + " s";
      }
      if (failed != null) {
        out.println();
        throw new CliException(failed);
      }
      pause();
      tick(what, start);
    }
    end(what, start);
  }

  void say(String line) {
    out.println(line);
  }

  private void begin(String what) {
    if (live) {
      out.print("  " + what + " …");
      out.flush();
    }
  }

  private void tick(String what, long start) {
    if (live) {
      out.printf(Locale.ROOT, "\r  %s … %.0f s", what, seconds(start));
      out.flush();
    }
  }

  private void end(String what, long start) {
    out.printf(Locale.ROOT, "%s  %-44s %6.1f s%n", live ? "\r" : "", what, seconds(start));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException("interrupted");
    }
  }
}
