package dev.libra.gateway.jwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tokens that were found good lately; the least recently used one gives way. */
final class GoodTokens {
  /** So long a token passes whose key was withdrawn. */
  static final Duration KEPT = Duration.ofMinutes(1);

  private static final int MOST = 2_048;

  private final Clock clock;
  private final Map<String, Instant> until =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST;
        }
      };

  GoodTokens(Clock clock) {
    this.clock = clock;
  }

  void add(String token, Instant expires) {
    Instant kept = clock.instant().plus(KEPT);
    synchronized (until) {
      until.put(token, kept.isBefore(expires) ? kept : expires);
    }
  }

  boolean contains(String token) {
    Instant now = clock.instant();
    synchronized (until) {
      Instant end = until.get(token);
      return end != null && now.isBefore(end);
    }
  }
}
