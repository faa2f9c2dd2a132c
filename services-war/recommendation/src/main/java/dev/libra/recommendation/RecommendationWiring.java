package dev.libra.recommendation;

import dev.libra.catalogue.Catalogue;
import dev.libra.recommendation.model.Models;
import dev.libra.recommendation.search.SearchSimilar;
import dev.libra.service.Settings;
import dev.libra.service.health.Probe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Puts recommendation together; a model that cannot be read stops its start. */
@ApplicationScoped
public class RecommendationWiring {

  @Produces
  @Singleton
  Catalogue catalogue() {
    return new Catalogue();
  }

  @Produces
  @Singleton
  CoOccurrence together() {
    return Models.packed();
  }

  @Produces
  @Singleton
  Recommender recommender(CoOccurrence together, SearchSimilar similar) {
    return new Recommender(together, similar);
  }

  @Produces
  @Startup
  @ApplicationScoped
  HealthCheck started(CoOccurrence together) {
    return () -> Probe.of("model", () -> together.with(0));
  }

  /** Search being away is no reason not to be ready: what was bought together is known here. */
  @Produces
  @Readiness
  @ApplicationScoped
  HealthCheck ready(Recommender recommender, CoOccurrence together) {
    return () -> Probe.of("recommendation", () -> together.with(0));
  }

  void onStart(
      @Observes @Initialized(ApplicationScoped.class) Object start,
      Config config,
      Recommender recommender,
      Catalogue catalogue) {
    // The other parameters are made here: at start-up, not by the first request.
    new Settings(config).rejectUnknown("libra.recommendation.");
  }
}
