package dev.libra.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the gateway out of its configuration. */
@ApplicationScoped
class GatewayBeans {
  @Produces
  @Singleton
  Gateway gateway() {
    try {
      Config config = ConfigProvider.getConfig();
      GatewaySettings settings = new GatewayConfig(config).read();
      String token = ClusterToken.read(config, settings.home());
      return new Gateway(settings, token, Clock.systemUTC());
    } catch (IllegalArgumentException | UncheckedIOException e) {
      FailedStart.end(e);
      throw e;
    }
  }

  void end(@Disposes Gateway gateway) {
    gateway.close();
  }
}
