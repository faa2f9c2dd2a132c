package dev.libra.gateway.proxy;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Until when a client wants its answer, as it says in {@code Libra-Timeout-Ms}: the time left to it
 * when it sent the request. What is left is passed on, so that no replica works for nobody.
 */
final class Deadline {
  static final String HEADER = "Libra-Timeout-Ms";
  private static final long LONGEST_MS = TimeUnit.DAYS.toMillis(1);
  private static final NameSet OWN = new NameSet(List.of(HEADER));
  private static final Deadline NONE = new Deadline(0, false);

  private final long at;
  private final boolean set;

  private Deadline(long at, boolean set) {
    this.at = at;
    this.set = set;
  }

  /** The request's deadline; none if it names none or no whole number of ms. */
  static Deadline of(RequestHead request, long arrivedAt) {
    String ms = request.headers().first(HEADER);
    if (ms == null || !ms.matches("\\d{1,9}")) {
      return NONE;
    }
    long left = Math.min(Long.parseLong(ms), LONGEST_MS);
    return new Deadline(arrivedAt + TimeUnit.MILLISECONDS.toNanos(left), true);
  }

  boolean isSet() {
    return set;
  }

  boolean hasPassed(long now) {
    return set && now - at >= 0;
  }

  /** The time left in ns; very long without a deadline. */
  long left(long now) {
    return set ? at - now : Long.MAX_VALUE;
  }

  /** The fields with what is left now, in place of what the client said. */
  Headers addTo(Headers fields, long now) {
    if (!set) {
      return fields;
    }
    Headers all = fields.without(OWN, OWN);
    return all.add(HEADER, Long.toString(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left(now)))));
  }

  Problem problem() {
    return Problem.of(504, "The time the client gave has passed");
  }
}
