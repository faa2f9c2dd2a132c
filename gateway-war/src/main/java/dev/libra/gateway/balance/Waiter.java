package dev.libra.gateway.balance;

/** A request that wants a place on a replica; hears back exactly once per {@code acquire}. */
public interface Waiter {

  /** Called outside all locks, in the thread that freed the place. */
  void granted(Place place);

  void turnedAway(Refusal refusal);
}
