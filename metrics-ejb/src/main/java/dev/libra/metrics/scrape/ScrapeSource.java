package dev.libra.metrics.scrape;

import dev.libra.metrics.MetricSource;
import dev.libra.metrics.Sample;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Samples from metrics pages, by the differences between two readings; so the first sample comes
 * with the second reading, and its time is when the page was read, not when it was asked for.
 */
public final class ScrapeSource implements MetricSource {
  private final Map<String, ScrapedService> services = new TreeMap<>();
  private final Map<String, Sample> latest = new ConcurrentHashMap<>();

  public ScrapeSource(ScrapeSettings settings, Clock clock) {
    PageClient pages = new PageClient(settings.authorization());
    settings
        .urls()
        .forEach(
            (service, urls) ->
                services.put(service, new ScrapedService(service, urls, pages, clock)));
  }

  public boolean covers(String service) {
    return services.containsKey(service);
  }

  /** Takes the pages that have arrived and asks for the next ones; never waits. */
  public List<Sample> tick() {
    List<Sample> samples = new ArrayList<>();
    services.values().forEach(service -> service.tick().ifPresent(samples::add));
    samples.forEach(sample -> latest.put(sample.service(), sample));
    return samples;
  }

  @Override
  public Optional<Sample> latest(String service) {
    return Optional.ofNullable(latest.get(service));
  }

  /** Waits for all pages asked for. */
  void await() {
    services.values().forEach(ScrapedService::await);
  }
}
