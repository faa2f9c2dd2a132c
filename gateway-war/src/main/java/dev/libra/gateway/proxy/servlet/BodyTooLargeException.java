package dev.libra.gateway.proxy.servlet;

import java.io.IOException;

/** The client sends more than the gateway accepts. */
final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  BodyTooLargeException(int limit) {
    super("The request's body is longer than " + limit + " bytes");
  }
}
