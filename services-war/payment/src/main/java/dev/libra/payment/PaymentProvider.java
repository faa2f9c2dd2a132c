package dev.libra.payment;

/** Who moves the money. */
public interface PaymentProvider {

  /**
   * Charges a payment. However often, and from however many places at once, it is asked to charge
   * one payment id: it charges once and says the same each time.
   *
   * @return {@link PaymentState#CAPTURED} or {@link PaymentState#DECLINED}
   */
  PaymentState charge(Payment payment);
}
