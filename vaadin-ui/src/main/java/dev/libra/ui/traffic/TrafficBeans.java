package dev.libra.ui.traffic;

import dev.libra.load.TrafficControl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives the views their way to the traffic process. */
@ApplicationScoped
class TrafficBeans {

  @Produces
  @Singleton
  TrafficControl trafficControl() {
    Config config = ConfigProvider.getConfig();
    String url =
        config.getOptionalValue("libra.traffic.url", String.class).orElse("http://127.0.0.1:9070");
    Path file = Path.of(config.getValue("libra.cluster-token-file", String.class));
    try {
      return new HttpTrafficControl(URI.create(url), Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("can't read libra.cluster-token-file " + file, e);
    }
  }
}
