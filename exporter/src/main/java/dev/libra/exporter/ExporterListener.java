package dev.libra.exporter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts and stops the exporter with the application whose {@code WEB-INF/lib} holds it. */
@WebListener
public class ExporterListener implements ServletContextListener {
  private static final System.Logger LOG = System.getLogger(ExporterListener.class.getName());

  private Heart heart;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    Config config = ConfigProvider.getConfig();
    ExporterSettings.read(key -> config.getOptionalValue(key, String.class))
        .ifPresentOrElse(
            settings -> start(event.getServletContext(), settings, chaos(config, settings)),
            () -> LOG.log(System.Logger.Level.DEBUG, "libra.control.url is not set: exporter off"));
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (heart != null) {
      heart.stop();
    }
  }

  private static Optional<ChaosOrders> chaos(Config config, ExporterSettings settings) {
    return ChaosOrders.read(key -> config.getOptionalValue(key, String.class), settings);
  }

  private void start(
      ServletContext context, ExporterSettings settings, Optional<ChaosOrders> chaos) {
    InFlight inFlight = new InFlight();
    add(context, "libra-in-flight", new InFlightFilter(inFlight));
    chaos.ifPresent(orders -> add(context, "libra-chaos", new ChaosFilter(orders)));
    heart = new Heart(settings, inFlight, Scheduler.find());
    heart.start(() -> chaos.map(orders -> orders.now().heartbeatDelayMs()).orElse(0L));
  }

  private static void add(ServletContext context, String name, Filter filter) {
    FilterRegistration.Dynamic registration = context.addFilter(name, filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
  }
}
