package dev.libra.learning.progress;

import dev.libra.fleet.Check;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The line that shows how a training is getting on: overwritten on a terminal, printed anew every
 * 10 s elsewhere.
 */
public final class TrainingLine {
  private static final Duration TERMINAL_EVERY = Duration.ofMillis(200);
  private static final Duration PLAIN_EVERY = Duration.ofSeconds(10);
  private static final int WIDTH = 20;

  private final PrintStream out;
  private final boolean terminal;
  private final Clock clock;
  private final long first;
  private final long last;
  private final Instant start;
  private Instant shown;

  /**
   * @param first the steps taken before, more than 0 after {@code --resume}
   * @param last the steps at which training ends
   */
  public TrainingLine(PrintStream out, boolean terminal, Clock clock, long first, long last) {
    Check.between("first step", first, 0, last);
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
    this.first = first;
    this.last = last;
    this.start = clock.instant();
    this.shown = start;
  }

  /**
   * Shows the line unless it was shown just now; cheap enough to call on every update.
   *
   * @param meanReturn of the latest episodes, NaN before the first has ended
   */
  public void show(long step, double meanReturn) {
    Instant now = clock.instant();
    Duration pause = terminal ? TERMINAL_EVERY : PLAIN_EVERY;
    if (Duration.between(shown, now).compareTo(pause) >= 0) {
      print(step, meanReturn, now);
    }
  }

  /** Shows the last state, however short the time, and ends the line. */
  public void end(long step, double meanReturn) {
    print(step, meanReturn, clock.instant());
    if (terminal) {
      out.println();
    }
  }

  private void print(long step, double meanReturn, Instant now) {
    shown = now;
    String line = line(step, meanReturn, Duration.between(start, now).toNanos() / 1e9);
    if (terminal) {
      out.print("\r\u001b[K" + line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  private String line(long step, double meanReturn, double seconds) {
    double share = last == 0 ? 1 : (double) step / last;
    double rate = seconds > 0 ? (step - first) / seconds : 0;
    int full = (int) Math.min(WIDTH, Math.floor(share * WIDTH));
    return String.format(
        Locale.ROOT,
        "%s%s %5.1f %%  %d/%d steps  %5.0f steps/s  return %s  ETA %s",
        "█".repeat(full),
        "░".repeat(WIDTH - full),
        share * 100,
        step,
        last,
        rate,
        Double.isNaN(meanReturn) ? "–" : String.format(Locale.ROOT, "%.1f", meanReturn),
        rate > 0 ? clock((last - step) / rate) : "–");
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
