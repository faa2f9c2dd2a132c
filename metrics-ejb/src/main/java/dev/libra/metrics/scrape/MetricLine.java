package dev.libra.metrics.scrape;

import java.util.Map;

/** One line of a metrics page; the value may be NaN or infinite. */
record MetricLine(String name, Map<String, String> labels, double value) {

  String label(String label) {
    return labels.getOrDefault(label, "");
  }
}
