package dev.libra.metrics.scrape;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A replica's totals since its start, as its metrics page tells them.
 *
 * @param requests all requests
 * @param errors those that failed
 * @param seconds time spent in requests
 * @param buckets requests up to so many seconds; empty without a histogram
 * @param p95Seconds the page's own P95, the worst of its routes; empty without one
 * @param cpuSeconds CPU time used, divided by the processors there are
 * @param cpuLoad the page's own CPU load, for pages without CPU time
 */
record Reading(
    double requests,
    double errors,
    double seconds,
    TreeMap<Double, Double> buckets,
    OptionalDouble p95Seconds,
    OptionalDouble p99Seconds,
    OptionalDouble cpuSeconds,
    OptionalDouble cpuLoad,
    long memoryBytes,
    int inFlight,
    OptionalDouble uptimeSeconds) {

  private static final String MICROPROFILE = "REST_request_seconds";
  private static final String UNMAPPED = "REST_request_unmappedException_total";
  private static final List<String> TIMERS =
      List.of(
          MICROPROFILE,
          "http_server_requests_seconds",
          "http_server_request_duration_seconds",
          "http_request_duration_seconds");
  private static final List<String> CPU_SECONDS =
      List.of("process_cpu_seconds_total", "cpu_processCpuTime_seconds");
  private static final List<String> CPU_LOAD =
      List.of("process_cpu_usage", "cpu_processCpuLoad_percent", "cpu_processCpuLoad");
  private static final List<String> PROCESSORS =
      List.of("system_cpu_count", "cpu_availableProcessors");
  private static final List<String> MEMORY =
      List.of("process_resident_memory_bytes", "jvm_memory_used_bytes", "memory_usedHeap_bytes");
  private static final List<String> IN_FLIGHT =
      List.of("http_server_active_requests", "http_server_requests_active_seconds_count");
  private static final List<String> UPTIME =
      List.of("process_uptime_seconds", "jvm_uptime_seconds");

  static Reading of(MetricsPage page) {
    String timer = TIMERS.stream().filter(t -> page.has(t + "_count")).findFirst().orElse("");
    // MicroProfile's timer leaves out what ended in an exception that nobody mapped.
    double unmapped = timer.equals(MICROPROFILE) ? page.sum(UNMAPPED, line -> true) : 0;
    double processors = Math.max(1, page.first(PROCESSORS).orElse(1));
    OptionalDouble cpu = page.first(CPU_SECONDS);
    return new Reading(
        page.sum(timer + "_count", line -> true) + unmapped,
        page.sum(timer + "_count", Reading::failed) + unmapped,
        page.sum(timer + "_sum", line -> true),
        buckets(page, timer + "_bucket"),
        quantile(page, timer, "0.95"),
        quantile(page, timer, "0.99"),
        cpu.isPresent() ? OptionalDouble.of(cpu.getAsDouble() / processors) : cpu,
        page.first(CPU_LOAD),
        (long) Math.max(0, page.first(MEMORY).orElse(0)),
        (int) Math.max(0, page.first(IN_FLIGHT).orElse(0)),
        page.first(UPTIME));
  }

  private static boolean failed(MetricLine line) {
    return Stream.of("status", "code", "http_response_status_code")
            .map(line::label)
            .anyMatch(status -> status.length() == 3 && status.startsWith("5"))
        || line.label("outcome").equals("SERVER_ERROR");
  }

  private static TreeMap<Double, Double> buckets(MetricsPage page, String name) {
    TreeMap<Double, Double> buckets = new TreeMap<>();
    page.named(name)
        .forEach(line -> buckets.merge(bound(line.label("le")), line.value(), Double::sum));
    return buckets;
  }

  private static double bound(String le) {
    try {
      return le.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(le);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("le must be a number or +Inf, was: " + le, e);
    }
  }

  private static OptionalDouble quantile(MetricsPage page, String timer, String quantile) {
    return page.named(timer)
        .filter(line -> line.label("quantile").equals(quantile))
        .mapToDouble(MetricLine::value)
        .max();
  }

  /** What came since an earlier reading; since the start if the replica was restarted. */
  Reading since(Reading earlier) {
    Reading base = isRestartOf(earlier) ? zero() : earlier;
    return new Reading(
        requests - base.requests,
        Math.max(0, errors - base.errors),
        Math.max(0, seconds - base.seconds),
        difference(buckets, base.buckets),
        p95Seconds,
        p99Seconds,
        minus(cpuSeconds, base.cpuSeconds),
        cpuLoad,
        memoryBytes,
        inFlight,
        uptimeSeconds);
  }

  private boolean isRestartOf(Reading earlier) {
    return requests < earlier.requests
        || isLess(cpuSeconds, earlier.cpuSeconds)
        || isLess(uptimeSeconds, earlier.uptimeSeconds);
  }

  private static Reading zero() {
    OptionalDouble none = OptionalDouble.empty();
    return new Reading(0, 0, 0, new TreeMap<>(), none, none, none, none, 0, 0, none);
  }

  private static boolean isLess(OptionalDouble now, OptionalDouble before) {
    return now.isPresent() && before.isPresent() && now.getAsDouble() < before.getAsDouble();
  }

  private static OptionalDouble minus(OptionalDouble now, OptionalDouble before) {
    return now.isPresent() ? OptionalDouble.of(now.getAsDouble() - before.orElse(0)) : now;
  }

  private static TreeMap<Double, Double> difference(
      Map<Double, Double> now, Map<Double, Double> before) {
    TreeMap<Double, Double> difference = new TreeMap<>();
    now.forEach(
        (bound, count) ->
            difference.put(
                bound, Math.max(0, count - Objects.requireNonNullElse(before.get(bound), 0.0))));
    return difference;
  }
}
