package dev.libra.payment;

import java.util.Objects;

/** What someone wants to pay. */
public record PaymentOrder(String productId, long amountCents, String currency) {

  public PaymentOrder {
    Objects.requireNonNull(productId, "productId");
    Objects.requireNonNull(currency, "currency");
    if (amountCents < 1) {
      throw new IllegalArgumentException("amountCents must be at least 1, was: " + amountCents);
    }
  }
}
