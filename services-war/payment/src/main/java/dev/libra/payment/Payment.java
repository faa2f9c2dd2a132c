package dev.libra.payment;

import java.time.Instant;
import java.util.Objects;

/** One payment of a user. */
public record Payment(
    PaymentId id, String user, PaymentOrder order, PaymentState state, Instant createdAt) {

  public Payment {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(createdAt, "createdAt");
  }

  static Payment pending(PaymentId id, String user, PaymentOrder order, Instant now) {
    return new Payment(id, user, order, PaymentState.PENDING, now);
  }

  Payment with(PaymentState next) {
    return new Payment(id, user, order, next, createdAt);
  }
}
