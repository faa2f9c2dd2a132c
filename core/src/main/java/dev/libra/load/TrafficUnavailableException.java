package dev.libra.load;

/** The traffic process can't be reached. */
public class TrafficUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TrafficUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
