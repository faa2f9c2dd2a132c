package dev.libra.service;

/** The replica is as busy as it may be; the request was turned away before anything was done. */
public class CapacityExhaustedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CapacityExhaustedException(Throwable cause) {
    super("all of the replica's permits are taken", cause);
  }
}
