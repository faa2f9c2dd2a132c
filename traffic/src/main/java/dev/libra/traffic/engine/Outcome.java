package dev.libra.traffic.engine;

/** How one request ended: with a status, or without one. */
enum Outcome {
  OK,
  CLIENT_ERROR,
  SERVER_ERROR,
  TIMEOUT,
  CONNECTION,
  /** Not sent, since too many were under way. */
  NOT_SENT;

  static Outcome of(int status) {
    if (status >= 500) {
      return SERVER_ERROR;
    }
    return status >= 400 ? CLIENT_ERROR : OK;
  }

  boolean failed() {
    return this != OK;
  }
}
