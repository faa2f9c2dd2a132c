package dev.libra.traffic.engine;

import dev.libra.fleet.Check;
import java.net.URI;
import java.time.Duration;

/**
 * How requests are sent.
 *
 * @param gateway the only target
 * @param timeout a request without an answer by then has failed
 * @param maxInFlight requests under way at most; more are not sent and count as failed
 */
public record EngineSettings(URI gateway, Duration timeout, int maxInFlight) {

  public EngineSettings {
    Check.present("gateway", gateway);
    if (!"http".equals(gateway.getScheme()) || gateway.getHost() == null) {
      throw new IllegalArgumentException("gateway must be an http address, was: " + gateway);
    }
    Check.between("timeout in ms", timeout.toMillis(), 1, 600_000);
    Check.between("maxInFlight", maxInFlight, 1, 1_000_000);
  }

  public static EngineSettings to(URI gateway) {
    return new EngineSettings(gateway, Duration.ofSeconds(60), 20_000);
  }

  int port() {
    return gateway.getPort() < 0 ? 80 : gateway.getPort();
  }
}
