package dev.libra.store;

/** The store can't be opened; the message says why and what to do, in one line. */
final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
