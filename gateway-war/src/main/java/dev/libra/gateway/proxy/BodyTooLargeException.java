package dev.libra.gateway.proxy;

import java.io.IOException;

/** The client sends more than the gateway accepts. */
public final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  public BodyTooLargeException(long limit) {
    super("The request's body is longer than " + limit + " bytes");
  }
}
