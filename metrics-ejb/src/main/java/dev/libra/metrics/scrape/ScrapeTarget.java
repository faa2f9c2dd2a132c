package dev.libra.metrics.scrape;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One replica's metrics page, read again and again. */
final class ScrapeTarget {
  private static final Logger LOG = System.getLogger(ScrapeTarget.class.getName());

  private final String replica;
  private final URI url;
  private final PageClient pages;
  private final Clock clock;
  private CompletableFuture<Optional<Timed>> pending;
  private Timed last;
  private Instant knownSince;
  private volatile boolean failing;

  private record Timed(Reading reading, Instant at) {}

  ScrapeTarget(String replica, URI url, PageClient pages, Clock clock) {
    this.replica = replica;
    this.url = url;
    this.pages = pages;
    this.clock = clock;
  }

  /** Starts to read the page; returns at once. */
  CompletableFuture<?> start() {
    pending =
        pages.read(url).thenApply(text -> Reading.of(MetricsPage.parse(text))).handle(this::timed);
    return pending;
  }

  /** What happened between the last two readings; empty if there is no new one. */
  Optional<Measured> take() {
    Timed now = pending.join().orElse(null);
    Timed before = last;
    if (now == null || (before != null && !now.at().isAfter(before.at()))) {
      return Optional.empty();
    }
    last = now;
    if (before == null) {
      knownSince = now.at();
      return Optional.empty();
    }
    Reading change = now.reading().since(before.reading());
    return Optional.of(new Measured(replica, change, before.at(), now.at(), knownSince));
  }

  private Optional<Timed> timed(Reading reading, Throwable failure) {
    if (failure == null) {
      failing = false;
      return Optional.of(new Timed(reading, clock.instant()));
    }
    if (!failing) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      LOG.log(Level.WARNING, "No metrics from " + url + " (" + replica + "): " + cause);
    }
    failing = true;
    return Optional.empty();
  }
}
