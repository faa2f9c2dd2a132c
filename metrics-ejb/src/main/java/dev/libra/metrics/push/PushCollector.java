package dev.libra.metrics.push;

import dev.libra.fleet.Heartbeat;
import dev.libra.fleet.LiveFleet;
import dev.libra.metrics.GatewayReport;
import dev.libra.metrics.Interval;
import dev.libra.metrics.MetricSource;
import dev.libra.metrics.MetricsInbox;
import dev.libra.metrics.ReplicaSample;
import dev.libra.metrics.Sample;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Merges the gateways' intervals and the replicas' heartbeats to one sample per service and tick.
 *
 * <p>A tick in which no gateway reported yields nothing: no report is not the same as no traffic,
 * and the last sample's age then tells how blind we are.
 */
public final class PushCollector implements MetricsInbox, MetricSource {
  private static final Logger LOG = System.getLogger(PushCollector.class.getName());

  /** Intervals further than this from now would distort the present; a clock may be wrong. */
  static final Duration MAX_SKEW = Duration.ofSeconds(30);

  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(1);

  private final LiveFleet fleet;
  private final Clock clock;
  private final Map<String, IntervalWindow> windows = new TreeMap<>();
  private final Map<String, Sample> latest = new HashMap<>();
  private boolean reported;
  private long outdated;

  public PushCollector(LiveFleet fleet, Clock clock) {
    this.fleet = fleet;
    this.clock = clock;
  }

  @Override
  public void accept(GatewayReport report) {
    for (int i = 0; i < report.intervals().size(); i++) {
      check("intervals[" + i + "]", report.intervals().get(i));
    }
    synchronized (this) {
      report.intervals().forEach(interval -> add(report.gateway(), interval));
      reported = true;
    }
    fleet.acknowledge(report.gateway(), report.upstreamsVersion());
  }

  @Override
  public void accept(Heartbeat heartbeat) {
    fleet.heartbeat(heartbeat);
    synchronized (this) {
      window(heartbeat.service());
    }
  }

  /** Ends the tick: one sample for each service ever heard of, or none if no gateway reported. */
  public synchronized List<Sample> tick() {
    if (!reported) {
      return List.of();
    }
    reported = false;
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    windows.values().forEach(window -> window.forgetBefore(now.minus(MAX_SKEW.multipliedBy(2))));
    List<Sample> samples =
        windows.entrySet().stream().map(e -> sample(e.getKey(), e.getValue().take(), now)).toList();
    samples.forEach(sample -> latest.put(sample.service(), sample));
    return samples;
  }

  @Override
  public synchronized Optional<Sample> latest(String service) {
    return Optional.ofNullable(latest.get(service));
  }

  /** The services that gateways or replicas told of. */
  public synchronized Set<String> services() {
    return Set.copyOf(windows.keySet());
  }

  private static void check(String field, Interval interval) {
    Duration length = Duration.between(interval.start(), interval.end());
    if (length.compareTo(SHORTEST_INTERVAL) < 0 || length.compareTo(MAX_SKEW) > 0) {
      throw new IllegalArgumentException(
          field + ".end must be 1 ms to 30 s after start, was: " + length);
    }
    long longest = interval.latency().getMaxValue();
    if (longest > IntervalWindow.newHistogram().highestEquivalentValue(Interval.HIGHEST_MICROS)) {
      throw new IllegalArgumentException(
          field
              + ".histogram must hold at most "
              + Interval.HIGHEST_MICROS
              + " µs, held: "
              + longest);
    }
  }

  private void add(String gateway, Interval interval) {
    Duration skew = Duration.between(interval.end(), clock.instant()).abs();
    if (skew.compareTo(MAX_SKEW) <= 0) {
      window(interval.service()).add(gateway, interval);
    } else if (outdated++ % 1000 == 0) {
      LOG.log(
          Level.WARNING,
          "Passed over {0} intervals that are older or newer than {1}, last of {2}: is its clock right?",
          outdated,
          MAX_SKEW,
          gateway);
    }
  }

  private IntervalWindow window(String service) {
    return windows.computeIfAbsent(service, s -> new IntervalWindow());
  }

  private Sample sample(String service, Traffic traffic, Instant now) {
    List<ReplicaSample> replicas = fleet.replicas(service).stream().map(ReplicaSample::of).toList();
    return new Sample(
        service,
        now,
        traffic.requestsPerSecond(),
        traffic.meanMs(),
        traffic.p95Ms(),
        traffic.p99Ms(),
        traffic.errorRate(),
        replicas.stream()
            .filter(ReplicaSample::ready)
            .mapToDouble(ReplicaSample::cpu)
            .average()
            .orElse(0),
        replicas.stream().mapToLong(ReplicaSample::memoryBytes).sum(),
        replicas.stream().mapToInt(ReplicaSample::inFlight).sum(),
        replicas);
  }
}
