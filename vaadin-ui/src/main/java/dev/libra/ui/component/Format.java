package dev.libra.ui.component;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures as people read them. */
public final class Format {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private Format() {}

  /** In UTC. */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  public static String dateTime(Instant at) {
    return at == null ? "–" : DATE_TIME.format(at);
  }

  /** Requests per second: one decimal below 10. */
  public static String rate(double perSecond) {
    return text(perSecond < 10 ? "%.1f/s" : "%.0f/s", perSecond);
  }

  public static String ms(double ms) {
    return ms >= 10_000 ? text("%.1f s", ms / 1000) : text("%.0f ms", ms);
  }

  /** A share of one as per cent; small ones with two decimals. */
  public static String percent(double share) {
    return text(share > 0 && share < 0.01 ? "%.2f %%" : "%.0f %%", share * 100);
  }

  public static String megabytes(long bytes) {
    return text("%.0f MB", bytes / 1e6);
  }

  public static String money(double amount) {
    return text(amount < 0.1 ? "%.4f" : "%.2f", amount);
  }

  public static String number(double value) {
    return value == Math.rint(value) ? text("%.0f", value) : text("%.3f", value);
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
