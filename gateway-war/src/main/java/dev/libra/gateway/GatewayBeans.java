package dev.libra.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the gateway out of its configuration. */
@ApplicationScoped
class GatewayBeans {
  private static final Logger LOG = System.getLogger(GatewayBeans.class.getName());

  @Produces
  @Singleton
  Gateway gateway() {
    try {
      Config config = ConfigProvider.getConfig();
      GatewaySettings settings = new GatewayConfig(config).read();
      String token = ClusterToken.read(config, settings.home());
      return new Gateway(settings, token, Clock.systemUTC());
    } catch (IllegalArgumentException | UncheckedIOException e) {
      LOG.log(Level.ERROR, "The gateway does not start: " + e.getMessage());
      endProcess();
      throw e;
    }
  }

  /** A server whose one application did not start serves nobody. */
  private static void endProcess() {
    // In a thread of its own: the server's shutdown waits for this one.
    new Thread(() -> System.exit(1), "libra-exit").start();
  }

  void end(@Disposes Gateway gateway) {
    gateway.close();
  }
}
