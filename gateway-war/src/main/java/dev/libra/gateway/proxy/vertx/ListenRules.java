package dev.libra.gateway.proxy.vertx;

import dev.libra.fleet.Check;
import java.time.Duration;

/**
 * Where clients are served, and which connections are kept.
 *
 * @param host address to listen on
 * @param maxConnections most connections of clients at once; further ones are closed
 * @param idle time in which a connection's next request must have come with its whole head
 */
public record ListenRules(String host, int port, int maxConnections, Duration idle) {

  public ListenRules {
    Check.present("libra.http.host", host);
    Check.between("libra.gateway.port", port, 1, 65_535);
    Check.between("libra.gateway.max-connections", maxConnections, 1, 128_000);
    Check.between("libra.gateway.idle-ms", idle.toMillis(), 100, 600_000);
  }
}
