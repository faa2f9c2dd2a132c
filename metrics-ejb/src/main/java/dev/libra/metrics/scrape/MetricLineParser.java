package dev.libra.metrics.scrape;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads one line {@code name{label="value",…} value [timestamp] [# exemplar]} of the Prometheus and
 * OpenMetrics text formats.
 */
final class MetricLineParser {
  private final String text;
  private int at;

  private MetricLineParser(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException saying what was expected where
   */
  static MetricLine parse(String line) {
    return new MetricLineParser(line).line();
  }

  private MetricLine line() {
    String name = name();
    skipSpace();
    Map<String, String> labels = new LinkedHashMap<>();
    if (at < text.length() && text.charAt(at) == '{') {
      at++;
      labels(labels);
    }
    skipSpace();
    return new MetricLine(name, labels, value());
  }

  private void labels(Map<String, String> labels) {
    while (true) {
      skipSpace();
      if (next() == '}') {
        at++;
        return;
      }
      String label = name();
      skipSpace();
      expect('=');
      skipSpace();
      labels.put(label, quoted());
      skipSpace();
      if (next() != '}') {
        expect(',');
      }
    }
  }

  private String name() {
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw expected("a name");
    }
    return text.substring(start, at);
  }

  private static boolean isNamePart(char c) {
    return c == '_' || c == ':' || c == '.' || Character.isLetterOrDigit(c);
  }

  private String quoted() {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (next() != '"') {
      char c = text.charAt(at++);
      value.append(c == '\\' ? unescaped(next()) : c);
      at += c == '\\' ? 1 : 0;
    }
    at++;
    return value.toString();
  }

  private static char unescaped(char c) {
    return c == 'n' ? '\n' : c;
  }

  private double value() {
    int end = at;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    String number = text.substring(at, end);
    return switch (number) {
      case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> number(number);
    };
  }

  private double number(String number) {
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a number, found: " + number, e);
    }
  }

  private char next() {
    if (at >= text.length()) {
      throw expected("more");
    }
    return text.charAt(at);
  }

  private void expect(char wanted) {
    if (next() != wanted) {
      throw expected("'" + wanted + "'");
    }
    at++;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException expected(String what) {
    return new IllegalArgumentException("expected " + what + " at column " + (at + 1));
  }
}
