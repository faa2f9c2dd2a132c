package dev.libra.learning.chart;

import java.util.Locale;

/** Builds an SVG picture element by element; texts are escaped. */
final class Svg {
  private final StringBuilder xml = new StringBuilder();

  Svg(int width, int height, String title) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
            + " font-family=\"sans-serif\" font-size=\"12\" role=\"img\">",
        width, height, width, height);
    add("<title>%s</title>", escaped(title));
    add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", width, height);
  }

  /** Adds a line; numbers are printed with a point whatever the locale. */
  void add(String format, Object... values) {
    xml.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /**
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  void text(double x, double y, String anchor, String text) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#333333\">%s</text>",
        x, y, anchor, escaped(text));
  }

  String end() {
    return xml + "</svg>\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
