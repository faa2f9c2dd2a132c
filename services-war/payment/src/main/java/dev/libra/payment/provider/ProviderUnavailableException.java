package dev.libra.payment.provider;

/** The provider didn't answer properly; whether it charged is not known. */
public class ProviderUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ProviderUnavailableException(String message) {
    super(message);
  }
}
