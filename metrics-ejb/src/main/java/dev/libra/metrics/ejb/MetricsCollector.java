package dev.libra.metrics.ejb;

import dev.libra.metrics.MetricSource;
import dev.libra.metrics.Sample;
import dev.libra.metrics.SampleLog;
import dev.libra.metrics.push.PushCollector;
import dev.libra.metrics.scrape.ScrapeSource;
import java.util.Optional;

/** One tick of all sources; a service is scraped if it has scrape addresses, else it pushes. */
final class MetricsCollector implements MetricSource {
  private final PushCollector pushed;
  private final ScrapeSource scraped;
  private final SampleLog log;

  MetricsCollector(PushCollector pushed, ScrapeSource scraped, SampleLog log) {
    this.pushed = pushed;
    this.scraped = scraped;
    this.log = log;
  }

  void tick() {
    for (Sample sample : pushed.tick()) {
      if (!scraped.covers(sample.service())) {
        log.append(sample);
      }
    }
    scraped.tick().forEach(log::append);
  }

  @Override
  public Optional<Sample> latest(String service) {
    return scraped.covers(service) ? scraped.latest(service) : pushed.latest(service);
  }
}
