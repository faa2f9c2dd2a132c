package dev.libra.exporter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;
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
            settings -> start(event.getServletContext(), settings),
            () -> LOG.log(System.Logger.Level.DEBUG, "libra.control.url is not set: exporter off"));
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (heart != null) {
      heart.stop();
    }
  }

  private void start(ServletContext context, ExporterSettings settings) {
    InFlight inFlight = new InFlight();
    FilterRegistration.Dynamic filter =
        context.addFilter("libra-in-flight", new InFlightFilter(inFlight));
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    heart = new Heart(settings, inFlight, Scheduler.find());
    heart.start();
  }
}
