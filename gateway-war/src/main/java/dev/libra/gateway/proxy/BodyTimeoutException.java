package dev.libra.gateway.proxy;

import java.io.IOException;
import java.time.Duration;

/** A client that sends nothing more of the body it announced. */
public final class BodyTimeoutException extends IOException {
  private static final long serialVersionUID = 1L;

  public BodyTimeoutException(Duration silence) {
    super("Nothing of the request's body came for " + silence.toMillis() + " ms");
  }
}
