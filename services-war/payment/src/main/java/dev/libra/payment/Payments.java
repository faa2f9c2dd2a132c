package dev.libra.payment;

import java.util.Optional;

/** Keeps the payments. */
public interface Payments {

  /** Adds a payment; of several with one id only one is added, and false says it wasn't this. */
  boolean add(Payment payment);

  /** Replaces the payment with the same id. */
  void update(Payment payment);

  Optional<Payment> find(PaymentId id);
}
