package dev.libra.traffic.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * The meters of a run. A request touches only the meter of its service and second, which belongs to
 * the event loop; once a second these are added to the totals, which any thread may read.
 */
final class Meters {
  private final Map<String, Meter> second = new HashMap<>();
  private final Map<String, Meter> totals = new TreeMap<>();
  private final Meter total = new Meter();

  /** The meter of a service for now: on the event loop only, and never kept. */
  Meter of(String service) {
    Meter meter = second.get(service);
    if (meter == null) {
      meter = new Meter();
      second.put(service, meter);
    }
    return meter;
  }

  /** Ends the second, on the event loop, and returns what was measured in it. */
  Meter roll() {
    Meter all = new Meter();
    synchronized (this) {
      second.forEach(
          (service, meter) -> {
            all.add(meter);
            totals.computeIfAbsent(service, s -> new Meter()).add(meter);
            meter.reset();
          });
      total.add(all);
    }
    return all;
  }

  synchronized Figures figures() {
    return total.figures();
  }

  synchronized Map<String, Figures> figuresByService() {
    Map<String, Figures> figures = new TreeMap<>();
    totals.forEach((service, meter) -> figures.put(service, meter.figures()));
    return figures;
  }

  synchronized Histogram histogram() {
    return total.histogram();
  }
}
