package dev.libra.gateway.proxy;

import java.io.IOException;

/** As many long bodies are under way already as may be. */
public final class TooManyBodiesException extends IOException {
  private static final long serialVersionUID = 1L;

  public TooManyBodiesException() {
    super("Too many long requests are being received");
  }
}
