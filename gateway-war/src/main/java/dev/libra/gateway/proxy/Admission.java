package dev.libra.gateway.proxy;

import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Which requests come in, and by which route. */
public final class Admission {
  private static final Set<String> REFUSED = Set.of("TRACE", "CONNECT");

  private final Router router;
  private final ClientRate clientRate;

  public Admission(Router router, ClientRate clientRate) {
    this.router = router;
    this.clientRate = clientRate;
  }

  /** The request's route, or null. */
  public Route route(RequestHead head) {
    return router.route(head.target());
  }

  /**
   * What to answer to a request that does not come in, or null.
   *
   * @param protocol as the request line names it
   * @param route of {@link #route}
   * @param arrivedAt in {@link System#nanoTime}
   */
  public Problem refusal(String protocol, RequestHead head, Route route, long arrivedAt) {
    Problem unsound = Syntax.refusal(protocol, head);
    if (unsound == null) {
      unsound = Framing.refusal(head.method(), head.headers());
    }
    if (unsound != null) {
      return unsound;
    }
    if (REFUSED.contains(head.method())) {
      return Problem.of(405, head.method() + " is not allowed");
    }
    if (route == null) {
      return Problem.of(404, "No service at this path; there are: " + router.prefixes());
    }
    long wait = clientRate.take(head.peer(), arrivedAt);
    if (wait > 0) {
      int seconds = (int) TimeUnit.NANOSECONDS.toSeconds(wait) + 1;
      return Problem.of(429, "Too many requests from this client").retryAfter(seconds);
    }
    return null;
  }
}
