package dev.libra.metrics;

import dev.libra.fleet.Heartbeat;

/** Takes in what gateways and replicas push. */
public interface MetricsInbox {

  void accept(GatewayReport report);

  void accept(Heartbeat heartbeat);
}
