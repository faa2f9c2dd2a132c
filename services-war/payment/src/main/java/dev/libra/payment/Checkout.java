package dev.libra.payment;

import dev.libra.service.problem.ProblemDetail;
import dev.libra.service.problem.ProblemDetail.FieldError;
import dev.libra.service.problem.ProblemException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Pays, once per user and key.
 *
 * <p>First the payment is stored as pending under an id that follows from user and key: of
 * concurrent requests one creates it and the others find it. Then each of them charges it at the
 * provider, which charges an id once and answers all alike; last the result is stored. A crash
 * leaves a pending payment, which the next request with its key takes up at the second step.
 */
public class Checkout {
  private final Payments payments;
  private final PaymentProvider provider;
  private final long maxAmountCents;
  private final Clock clock;

  public Checkout(Payments payments, PaymentProvider provider, long maxAmountCents, Clock clock) {
    this.payments = payments;
    this.provider = provider;
    this.maxAmountCents = maxAmountCents;
    this.clock = clock;
  }

  /** A payment, and whether this call has created it. */
  public record Receipt(Payment payment, boolean created) {}

  public Receipt pay(String user, String key, PaymentOrder order) {
    requireWithinLimit(order);
    PaymentId id = PaymentId.of(user, key);
    Payment fresh =
        Payment.pending(id, user, order, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    boolean created = payments.add(fresh);
    Payment payment = created ? fresh : existing(id, order);
    return new Receipt(complete(payment), created);
  }

  /** The user's own payment; another's is not found. */
  public Payment find(String user, PaymentId id) {
    return payments
        .find(id)
        .filter(payment -> payment.user().equals(user))
        .orElseThrow(
            () -> new ProblemException(ProblemDetail.of(404, "you have no payment with this id")));
  }

  private Payment complete(Payment payment) {
    if (payment.state() != PaymentState.PENDING) {
      return payment;
    }
    Payment completed = payment.with(provider.charge(payment));
    payments.update(completed);
    return completed;
  }

  private Payment existing(PaymentId id, PaymentOrder order) {
    Payment payment =
        payments
            .find(id)
            .orElseThrow(() -> new IllegalStateException("payment " + id + " has disappeared"));
    if (!payment.order().equals(order)) {
      throw new ProblemException(
          ProblemDetail.of(
              "idempotency-key-reused",
              "Idempotency key reused",
              422,
              "this Idempotency-Key belongs to a payment with another body"));
    }
    return payment;
  }

  private void requireWithinLimit(PaymentOrder order) {
    if (order.amountCents() > maxAmountCents) {
      FieldError error =
          new FieldError("amountCents", "must be less than or equal to " + maxAmountCents);
      throw new ProblemException(
          new ProblemDetail(
              "invalid-request",
              "Invalid request",
              400,
              error.field() + " " + error.message(),
              List.of(error)));
    }
  }
}
