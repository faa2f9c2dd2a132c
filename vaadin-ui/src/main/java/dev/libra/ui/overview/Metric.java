package dev.libra.ui.overview;

import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import dev.libra.ui.component.LineChart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the overview draws of each sample. */
enum Metric {
  REPLICAS("Ready replicas", "", 0, Sample::ready),
  REQUESTS("Requests per second", "/s", 1, Sample::requestsPerSecond),
  P95("P95 latency (ms), SLO dashed", "ms", 0, Sample::p95Ms),
  CPU("CPU (% of the limit)", "%", 0, s -> s.cpu() * 100),
  MEMORY("Memory of all replicas (MB)", "MB", 0, s -> s.memoryBytes() / 1e6),
  ERRORS("Errors (% of the requests)", "%", 2, s -> s.errorRate() * 100);

  private final String label;
  private final String unit;
  private final int digits;
  private final ToDoubleFunction<Sample> value;

  Metric(String label, String unit, int digits, ToDoubleFunction<Sample> value) {
    this.label = label;
    this.unit = unit;
    this.digits = digits;
    this.value = value;
  }

  String label() {
    return label;
  }

  Double of(Sample sample) {
    return sample == null ? null : value.applyAsDouble(sample);
  }

  LineChart.Setup setup(List<ServiceSpec> services) {
    Map<String, Double> limits = new LinkedHashMap<>();
    if (this == P95) {
      services.forEach(s -> limits.put("SLO " + s.name(), s.sloMs()));
    }
    List<String> names = services.stream().map(ServiceSpec::name).toList();
    return new LineChart.Setup(label, unit, digits, names, limits, this == REPLICAS);
  }
}
