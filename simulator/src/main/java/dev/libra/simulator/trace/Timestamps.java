package dev.libra.simulator.trace;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * Moments as traces write them, in seconds: ISO 8601 with or without offset, {@code 2014-04-10
 * 00:04:00}, or seconds since any moment; numbers from 10^11 on are milliseconds since 1970.
 */
final class Timestamps {
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d*)?([eE]\\+?\\d+)?");
  private static final double MILLISECONDS = 1e11;

  private Timestamps() {}

  /**
   * @throws DateTimeParseException if it is none
   */
  static double seconds(String text) {
    String moment = text.strip();
    if (NUMBER.matcher(moment).matches()) {
      double value = Double.parseDouble(moment);
      return value >= MILLISECONDS ? value / 1000 : value;
    }
    String iso = moment.replace(' ', 'T');
    Instant instant =
        iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") && iso.contains("T")
            ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(iso, Instant::from)
            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    return instant.getEpochSecond() + instant.getNano() / 1e9;
  }

  /** Whether it is a date and not only a number. */
  static boolean isDate(String text) {
    try {
      seconds(text);
      return !NUMBER.matcher(text.strip()).matches();
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
