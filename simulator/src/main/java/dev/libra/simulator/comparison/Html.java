package dev.libra.simulator.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Pieces of HTML. */
final class Html {

  private Html() {}

  /** Text with the characters replaced that mean something in HTML and SVG. */
  static String text(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** The first column is text, the others are numbers. */
  static String table(List<String> header, List<List<String>> rows) {
    String head =
        header.stream().map(h -> "<th>" + text(h) + "</th>").collect(Collectors.joining());
    String body =
        rows.stream()
            .map(
                row ->
                    "<tr>"
                        + row.stream().map(c -> "<td>" + c + "</td>").collect(Collectors.joining())
                        + "</tr>")
            .collect(Collectors.joining("\n"));
    return "<div class=wide><table><thead><tr>"
        + head
        + "</tr></thead><tbody>\n"
        + body
        + "</tbody></table></div>\n";
  }

  static List<String> row(String... cells) {
    return Arrays.asList(cells);
  }

  static String number(double value, int digits) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + digits + "f", value) : "N/A";
  }

  static String percent(double share, int digits) {
    return Double.isFinite(share)
        ? String.format(Locale.ROOT, "%." + digits + "f %%", share * 100)
        : "N/A";
  }
}
