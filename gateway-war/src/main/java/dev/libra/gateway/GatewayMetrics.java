package dev.libra.gateway;

import dev.libra.gateway.metering.LatencyBuckets;
import dev.libra.gateway.proxy.Route;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Publishes the gateway's own counters through MicroProfile Metrics.
 *
 * <p>As gauges that are read when asked, so that a request pays nothing for them.
 */
final class GatewayMetrics {
  private static final String LATENCY = "Latency since the start";

  private final Gateway gateway;
  private final MetricRegistry registry;

  GatewayMetrics(Gateway gateway, MetricRegistry registry) {
    this.gateway = gateway;
    this.registry = registry;
  }

  void publish() {
    registry.gauge(
        metadata("libra_gateway_upstreams_version", "Version of the upstream list in use"),
        gateway,
        Gateway::upstreamsVersion);
    registry.gauge(
        metadata("libra_gateway_connections", "Connections of clients"),
        gateway,
        Gateway::connections);
    registry.gauge(
        metadata("libra_gateway_access_log_dropped", "Lines of the access log that are lost"),
        gateway,
        Gateway::droppedLines);
    gateway.routes().values().forEach(this::publish);
  }

  private void publish(Route route) {
    gauge(route, "requests", "Requests since the start", r -> r.counters().requests().sum());
    gauge(route, "errors", "Failed requests since the start", r -> r.counters().errors().sum());
    gauge(route, "retries", "Retries since the start", r -> r.counters().retries().sum());
    gauge(route, "shed", "Requests refused for lack of a replica", r -> r.counters().shed().sum());
    gauge(route, "denied", "Requests without a good token", r -> r.counters().denied().sum());
    gauge(route, "ejections", "How often a replica was set aside", r -> r.pool().ejections());
    gauge(route, "queue_length", "Requests that wait", r -> r.pool().queueLength());
    gauge(route, "in_flight", "Requests at replicas", r -> r.pool().inFlight());
    gauge(route, "ready_replicas", "Replicas in rotation", r -> r.pool().readyReplicas());
    buckets(route);
    latency(route, "p50", 50);
    latency(route, "p95", 95);
    latency(route, "p99", 99);
  }

  /** A histogram as Prometheus names it, of gauges: MicroProfile's own would cost each request. */
  private void buckets(Route route) {
    String name = "latency_seconds";
    for (int i = 0; i < LatencyBuckets.BOUNDS.size(); i++) {
      int index = i;
      String bound = LatencyBuckets.BOUNDS.get(i).toString();
      gauge(route, name + "_bucket", LATENCY, r -> r.latency().atOrBelow(index), bound(bound));
    }
    gauge(route, name + "_bucket", LATENCY, r -> r.latency().count(), bound("+Inf"));
    gauge(route, name + "_count", LATENCY, r -> r.latency().count());
    gauge(route, name + "_sum", LATENCY, r -> r.latency().sum());
  }

  private static Tag bound(String seconds) {
    return new Tag("le", seconds);
  }

  private void latency(Route route, String name, double percentile) {
    gauge(
        route,
        "latency_" + name + "_ms",
        "Latency of the last second",
        r -> gateway.latencyMs(r.service(), percentile));
  }

  private void gauge(
      Route route, String name, String what, ToDoubleFunction<Route> value, Tag... tags) {
    registry.gauge(
        metadata("libra_gateway_" + name, what),
        route,
        value::applyAsDouble,
        Stream.concat(Stream.of(new Tag("service", route.service())), Stream.of(tags))
            .toArray(Tag[]::new));
  }

  private static Metadata metadata(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
