package dev.libra.traffic.call;

/** The gateway doesn't answer as it should; no load can be made. */
public final class GatewayUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GatewayUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
