package dev.libra.cli.replay;

import dev.libra.traffic.engine.Figures;
import dev.libra.traffic.engine.Second;
import java.io.PrintStream;
import java.util.Locale;

/** The line that shows how a replay is getting on. */
final class LiveLine {
  private static final int PLAIN_EVERY_S = 10;

  private final PrintStream out;
  private final boolean terminal;
  private final double durationS;

  LiveLine(PrintStream out, boolean terminal, double durationS) {
    this.out = out;
    this.terminal = terminal;
    this.durationS = durationS;
  }

  void show(Second second, Figures total) {
    String line =
        String.format(
            Locale.ROOT,
            "%s/%s  intended %5.0f/s  sent %5.0f/s  in flight %4d  P95 %6.0f ms  failed %d (%.3f %%)",
            clock(second.second()),
            Double.isInfinite(durationS) ? "∞" : clock(durationS),
            second.intendedRps(),
            second.sentRps(),
            second.inFlight(),
            second.latency().getTotalCount() == 0
                ? 0
                : second.latency().getValueAtPercentile(95) / 1000.0,
            total.failed(),
            total.failedShare() * 100);
    if (terminal) {
      out.print("\r\u001b[K" + line);
      out.flush();
    } else if (second.second() % PLAIN_EVERY_S == 0) {
      out.println(line);
    }
  }

  void end() {
    if (terminal) {
      out.println();
    }
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return String.format("%d:%02d", whole / 60, whole % 60);
  }
}
