package dev.libra.traffic.engine;

/** How one request ended: with a status, or without one. */
enum Outcome {
  OK,
  /** A bot was turned away with a 4xx, as it should be. */
  REFUSED,
  CLIENT_ERROR,
  SERVER_ERROR,
  TIMEOUT,
  CONNECTION,
  /** The answer broke HTTP's rules. */
  MALFORMED,
  /** Not sent, since too many were under way. */
  NOT_SENT;

  static Outcome of(int status, boolean bot) {
    if (status >= 500) {
      return SERVER_ERROR;
    }
    if (status >= 400) {
      return bot ? REFUSED : CLIENT_ERROR;
    }
    return OK;
  }

  boolean failed() {
    return this != OK && this != REFUSED;
  }
}
