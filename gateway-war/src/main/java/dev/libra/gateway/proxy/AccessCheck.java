package dev.libra.gateway.proxy;

import java.util.function.Consumer;

/** Decides whether a request may pass to its route. */
public interface AccessCheck {
  /** Lets all pass. */
  AccessCheck OPEN = (request, decision) -> decision.accept(null);

  /**
   * Decides, at once or later and then in a thread of its own, without blocking the caller.
   *
   * @param decision hears once what to answer instead, or null if the request may pass
   */
  void check(RequestHead request, Consumer<Problem> decision);
}
