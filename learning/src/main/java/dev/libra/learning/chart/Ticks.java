package dev.libra.learning.chart;

import java.math.BigDecimal;
import java.math.MathContext;

/** Short labels of round numbers. */
final class Ticks {

  private Ticks() {}

  /** As 0.25, −80, 500, 2.5k or 1M. */
  static String label(double value) {
    double size = Math.abs(value);
    if (size >= 1e6) {
      return plain(value / 1e6) + "M";
    }
    return size >= 1e4 ? plain(value / 1e3) + "k" : plain(value);
  }

  private static String plain(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(6));
    String text = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    return text.replace('-', '−');
  }
}
