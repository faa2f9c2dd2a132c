package dev.libra.metrics.ejb;

import dev.libra.fleet.LiveFleet;
import dev.libra.metrics.MetricSource;
import dev.libra.metrics.MetricsInbox;
import dev.libra.metrics.SampleLog;
import dev.libra.metrics.mongo.MongoSampleLog;
import dev.libra.metrics.push.PushCollector;
import dev.libra.metrics.scrape.ScrapeSettings;
import dev.libra.metrics.scrape.ScrapeSource;
import dev.libra.spool.Spool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the one inbox, source and log of metrics. */
@ApplicationScoped
class MetricsBeans {
  /** An hour of ticks, per service. */
  private static final int IN_MEMORY = 1800;

  @Produces
  @Singleton
  @Typed({PushCollector.class, MetricsInbox.class})
  PushCollector push(LiveFleet fleet) {
    return new PushCollector(fleet, Clock.systemUTC());
  }

  @Produces
  @Singleton
  @Typed({MongoSampleLog.class, SampleLog.class})
  MongoSampleLog log() {
    MetricsSettings settings = MetricsSettings.from(ConfigProvider.getConfig());
    return new MongoSampleLog(
        settings.mongoUri(),
        settings.database(),
        new Spool(settings.spoolFile(), settings.spoolBytes()),
        IN_MEMORY,
        settings.retention(),
        Clock.systemUTC());
  }

  void close(@Disposes MongoSampleLog log) {
    log.close();
  }

  @Produces
  @Singleton
  @Typed(ScrapeSource.class)
  ScrapeSource scrape() {
    Config config = ConfigProvider.getConfig();
    return new ScrapeSource(
        ScrapeSettings.from(
            config.getPropertyNames(), key -> config.getOptionalValue(key, String.class)),
        Clock.systemUTC());
  }

  @Produces
  @Singleton
  @Typed({MetricsCollector.class, MetricSource.class})
  MetricsCollector collector(PushCollector push, ScrapeSource scrape, MongoSampleLog log) {
    return new MetricsCollector(push, scrape, log);
  }
}
