package dev.libra.search;

import dev.libra.catalogue.Catalogue;
import dev.libra.search.index.LuceneIndexes;
import dev.libra.service.Settings;
import dev.libra.service.health.Probe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Puts search together; an index that cannot be opened stops its start. */
@ApplicationScoped
public class SearchWiring {

  @Produces
  @Singleton
  Catalogue catalogue() {
    return new Catalogue();
  }

  @Produces
  @Singleton
  ProductIndex index(Config config) {
    Settings settings = new Settings(config);
    String home = settings.text("libra.home", System.getProperty("java.io.tmpdir") + "/libra");
    String cache = settings.text("libra.search.index-dir", home + "/cache");
    settings.rejectUnknown("libra.search.");
    return LuceneIndexes.open(Path.of(cache));
  }

  void close(@Disposes ProductIndex index) {
    LuceneIndexes.close(index);
  }

  @Produces
  @Startup
  @ApplicationScoped
  HealthCheck started(ProductIndex index) {
    return () -> Probe.of("index", () -> index.search("quality", Mode.TERMS, 1));
  }

  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck ready(ProductIndex index) {
    return () -> Probe.of("search", () -> index.search("quality", Mode.TERMS, 1));
  }

  void onStart(
      @Observes @Initialized(ApplicationScoped.class) Object start,
      ProductIndex index,
      Catalogue catalogue) {
    // Its parameters are made here: at start-up, not by the first request.
  }
}
