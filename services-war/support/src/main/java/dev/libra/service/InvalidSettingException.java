package dev.libra.service;

/** A setting is unknown or impossible; the message names its key, its value and what is allowed. */
public class InvalidSettingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InvalidSettingException(String message) {
    super(message);
  }
}
