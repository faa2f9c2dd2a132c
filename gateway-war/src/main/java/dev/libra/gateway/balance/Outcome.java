package dev.libra.gateway.balance;

/** How a try ended, as far as it tells something about the replica. */
public enum Outcome {
  /** The replica answered, with a status below 500. */
  ANSWERED,
  /** The replica answered with a status of 500 or above. */
  ERROR,
  /** The try was given up for a reason of ours or the client's. */
  ABANDONED,
  /** The replica said that its bulkhead is full: it did not execute the request. */
  REJECTED,
  /** No connection could be made: the request was never sent. */
  UNREACHABLE,
  /** The connection broke before the answer was complete: the request may have been executed. */
  LOST,
  /** The replica answered nothing at all for so long that it is taken as hung. */
  STALLED
}
