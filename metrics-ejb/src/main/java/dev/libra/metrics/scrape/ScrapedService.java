package dev.libra.metrics.scrape;

import dev.libra.metrics.Sample;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** All metrics pages of one service, read in rounds: a sample sums up one round. */
final class ScrapedService {
  private final String service;
  private final List<ScrapeTarget> targets = new ArrayList<>();
  private CompletableFuture<?> round;

  ScrapedService(String service, List<URI> urls, PageClient pages, Clock clock) {
    this.service = service;
    for (URI url : urls) {
      targets.add(new ScrapeTarget(service + "-" + (targets.size() + 1), url, pages, clock));
    }
  }

  /** Ends the round if all pages are there, and starts the next; never waits. */
  Optional<Sample> tick() {
    if (round != null && !round.isDone()) {
      return Optional.empty();
    }
    Optional<Sample> sample = round == null ? Optional.empty() : sample();
    round =
        CompletableFuture.allOf(
            targets.stream().map(ScrapeTarget::start).toArray(CompletableFuture[]::new));
    return sample;
  }

  /** Waits for the round's pages. */
  void await() {
    round.join();
  }

  private Optional<Sample> sample() {
    List<Measured> measured =
        targets.stream().map(ScrapeTarget::take).flatMap(Optional::stream).toList();
    return measured.isEmpty() ? Optional.empty() : Optional.of(sample(measured));
  }

  private Sample sample(List<Measured> measured) {
    double requests = measured.stream().mapToDouble(m -> m.change().requests()).sum();
    double errors = measured.stream().mapToDouble(m -> m.change().errors()).sum();
    double seconds = measured.stream().mapToDouble(m -> m.change().seconds()).sum();
    double mean = requests == 0 ? 0 : seconds / requests;
    Instant at = measured.stream().map(Measured::at).max(Instant::compareTo).orElseThrow();
    return new Sample(
        service,
        at.truncatedTo(ChronoUnit.MILLIS),
        measured.stream().mapToDouble(Measured::requestsPerSecond).sum(),
        mean * 1000,
        requests == 0 ? 0 : 1000 * quantile(measured, 0.95, Reading::p95Seconds, mean),
        requests == 0 ? 0 : 1000 * quantile(measured, 0.99, Reading::p99Seconds, mean),
        requests == 0 ? 0 : Math.min(1, errors / requests),
        measured.stream().mapToDouble(Measured::cpu).average().orElse(0),
        measured.stream().mapToLong(m -> m.change().memoryBytes()).sum(),
        measured.stream().mapToInt(m -> m.change().inFlight()).sum(),
        measured.stream().map(Measured::sample).toList());
  }

  /** From the histograms if there are any, else the worst page's own, at least the mean. */
  private static double quantile(
      List<Measured> measured,
      double quantile,
      Function<Reading, OptionalDouble> own,
      double mean) {
    TreeMap<Double, Double> buckets = new TreeMap<>();
    measured.forEach(
        m -> m.change().buckets().forEach((le, count) -> buckets.merge(le, count, Double::sum)));
    OptionalDouble counted = Buckets.quantile(quantile, buckets);
    if (counted.isPresent()) {
      return counted.getAsDouble();
    }
    return measured.stream()
        .map(m -> own.apply(m.change()))
        .flatMapToDouble(OptionalDouble::stream)
        .reduce(mean, Math::max);
  }
}
