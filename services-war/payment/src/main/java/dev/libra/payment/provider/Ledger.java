package dev.libra.payment.provider;

import dev.libra.payment.Payment;
import dev.libra.payment.PaymentState;

/** The provider's own book: one line per payment id, whoever writes it. */
public interface Ledger {

  /**
   * Writes the line unless there is one.
   *
   * @return the state in the book: the given one, or that of the earlier line
   */
  PaymentState enter(Payment payment, PaymentState state);
}
