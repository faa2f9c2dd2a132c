package dev.libra.gateway;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Starts the gateway with its application. */
@WebListener
public class GatewayStarter implements ServletContextListener {
  @Inject private Gateway gateway;
  @Inject private MetricRegistry metrics;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletRegistration.Dynamic servlet =
        event.getServletContext().addServlet("gateway", gateway.servlet());
    servlet.setAsyncSupported(true);
    servlet.setLoadOnStartup(1);
    servlet.addMapping("/*");
    new GatewayMetrics(gateway, metrics).publish();
    gateway.start();
  }
}
