package dev.libra.gateway;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Starts the gateway with its application. */
@WebListener
public class GatewayStarter implements ServletContextListener {
  @Inject private Gateway gateway;
  @Inject private MetricRegistry metrics;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    new GatewayMetrics(gateway, metrics).publish();
    try {
      gateway.start();
    } catch (UncheckedIOException e) {
      FailedStart.end(e);
      throw e;
    }
  }
}
