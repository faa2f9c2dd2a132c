package dev.libra.metrics.scrape;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What one metrics page says; values that are no finite number are left out. */
record MetricsPage(List<MetricLine> lines) {

  /**
   * @throws IllegalArgumentException naming the line that can't be read
   */
  static MetricsPage parse(String text) {
    List<MetricLine> lines = new ArrayList<>();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (!line.isBlank() && line.charAt(0) != '#') {
        lines.add(parse(number, line.strip()));
      }
    }
    lines.removeIf(line -> !Double.isFinite(line.value()));
    return new MetricsPage(List.copyOf(lines));
  }

  private static MetricLine parse(int number, String line) {
    try {
      return MetricLineParser.parse(line);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
    }
  }

  boolean has(String name) {
    return named(name).findAny().isPresent();
  }

  Stream<MetricLine> named(String name) {
    return lines.stream().filter(line -> line.name().equals(name));
  }

  /** Sum over all labels; 0 if there is no such line. */
  double sum(String name, Predicate<MetricLine> which) {
    return named(name).filter(which).mapToDouble(MetricLine::value).sum();
  }

  /** Sum over all labels of the first of these names that the page has. */
  OptionalDouble first(List<String> names) {
    return names.stream()
        .filter(this::has)
        .mapToDouble(name -> sum(name, line -> true))
        .findFirst();
  }
}
