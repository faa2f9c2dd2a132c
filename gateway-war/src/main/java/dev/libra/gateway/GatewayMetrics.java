package dev.libra.gateway;

import dev.libra.gateway.proxy.Route;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Publishes the gateway's own counters through MicroProfile Metrics.
 *
 * <p>As gauges that are read when asked, so that a request pays nothing for them.
 */
final class GatewayMetrics {
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
    gateway.routes().values().forEach(this::publish);
  }

  private void publish(Route route) {
    gauge(route, "requests", "Requests since the start", r -> r.counters().requests().sum());
    gauge(route, "errors", "Failed requests since the start", r -> r.counters().errors().sum());
    gauge(route, "retries", "Retries since the start", r -> r.counters().retries().sum());
    gauge(route, "shed", "Requests refused for lack of a replica", r -> r.counters().shed().sum());
    gauge(route, "ejections", "How often a replica was set aside", r -> r.pool().ejections());
    gauge(route, "queue_length", "Requests that wait", r -> r.pool().queueLength());
    gauge(route, "in_flight", "Requests at replicas", r -> r.pool().inFlight());
    gauge(route, "ready_replicas", "Replicas in rotation", r -> r.pool().readyReplicas());
    latency(route, "p50", 50);
    latency(route, "p95", 95);
    latency(route, "p99", 99);
  }

  private void latency(Route route, String name, double percentile) {
    gauge(
        route,
        "latency_" + name + "_ms",
        "Latency of the last second",
        r -> gateway.latencyMs(r.service(), percentile));
  }

  private void gauge(Route route, String name, String what, ToDoubleFunction<Route> value) {
    registry.gauge(
        metadata("libra_gateway_" + name, what),
        route,
        value::applyAsDouble,
        new Tag("service", route.service()));
  }

  private static Metadata metadata(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
