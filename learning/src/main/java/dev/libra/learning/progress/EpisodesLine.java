package dev.libra.learning.progress;

import dev.libra.fleet.Check;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Shows after each tenth how many of the episodes have been played. */
public final class EpisodesLine implements IntConsumer {
  private static final int LINES = 10;

  private final PrintStream out;
  private final String purpose;
  private final int episodes;

  /**
   * @param purpose what they are played for: the line's beginning
   */
  public EpisodesLine(PrintStream out, String purpose, int episodes) {
    this.out = out;
    this.purpose = Check.text("purpose", purpose);
    this.episodes = Check.between("episodes", episodes, 1, Integer.MAX_VALUE);
  }

  /** Called after each one with how many that makes. */
  @Override
  public void accept(int played) {
    if (tenths(played) > tenths(played - 1)) {
      out.printf(Locale.ROOT, "%s: %d of %d episodes%n", purpose, played, episodes);
    }
  }

  private long tenths(int played) {
    return (long) LINES * played / episodes;
  }
}
