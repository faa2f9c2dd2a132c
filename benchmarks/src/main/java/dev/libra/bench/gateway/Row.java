package dev.libra.bench.gateway;

/**
 * One line of the table of results.
 *
 * @param part the part of the benchmark that measured it
 * @param figure as it is shown, with its unit
 * @param bar what it must be, or an empty text for a figure without a bar
 * @param reached whether it is; true for a figure without a bar
 */
public record Row(String part, String what, String figure, String bar, boolean reached) {

  static Row info(String part, String what, String figure) {
    return new Row(part, what, figure, "", true);
  }

  /** A figure that must be at least the bar. */
  static Row atLeast(String part, String what, double value, double bar, String unit) {
    return new Row(part, what, number(value) + unit, "≥ " + number(bar) + unit, value >= bar);
  }

  /** A figure that must be at most the bar. */
  static Row atMost(String part, String what, double value, double bar, String unit) {
    return new Row(part, what, number(value) + unit, "≤ " + number(bar) + unit, value <= bar);
  }

  private static String number(double value) {
    return Math.abs(value) >= 100 || value == Math.rint(value)
        ? String.format(java.util.Locale.ROOT, "%,.0f", value)
        : String.format(java.util.Locale.ROOT, "%.2f", value);
  }
}
