package dev.libra.payment;

/** Where a payment is; from the last two there is no way on. */
public enum PaymentState {
  /** Accepted; the provider may or may not have charged it. */
  PENDING,
  CAPTURED,
  DECLINED
}
