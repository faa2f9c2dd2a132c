package dev.libra.actuation.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.libra.fleet.Heartbeat;
import dev.libra.fleet.LiveFleet;
import dev.libra.fleet.ReplicaHealth;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;

/** Hands the heartbeats of {@link QuickReplica}s to the fleet of the control that runs now. */
final class HeartbeatInbox implements AutoCloseable {
  private final HttpServer server;
  private volatile LiveFleet fleet;

  HeartbeatInbox() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::accept);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void deliverTo(LiveFleet next) {
    fleet = next;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void accept(HttpExchange exchange) throws IOException {
    String[] parts = exchange.getRequestURI().getPath().split("/");
    LiveFleet target = fleet;
    if (target != null) {
      target.heartbeat(
          new Heartbeat(
              parts[1],
              parts[1].replaceFirst("-\\d+$", ""),
              URI.create("http://127.0.0.1:" + parts[2]),
              ReplicaHealth.READY,
              0.5,
              1 << 20,
              Integer.parseInt(parts[3]),
              8,
              Instant.now()));
    }
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }
}
