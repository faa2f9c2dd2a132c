package dev.libra.payment.mongo;

import dev.libra.payment.Payment;
import dev.libra.payment.PaymentId;
import dev.libra.payment.PaymentOrder;
import dev.libra.payment.PaymentState;
import dev.libra.payment.Payments;
import dev.libra.service.mongo.Store;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/**
 * Payments in the collection {@code payments}:
 *
 * <pre>{"_id": "pay_5f…", "user": "ada", "productId": "p-17", "amountCents": 1999,
 * "currency": "EUR", "state": "CAPTURED", "createdAt": ISODate(…)}</pre>
 */
public final class MongoPayments implements Payments {
  private static final String COLLECTION = "payments";

  private final Store store;

  public MongoPayments(Store store) {
    this.store = store;
  }

  @Override
  public boolean add(Payment payment) {
    return store.insert(COLLECTION, payment.id().value(), fields(payment));
  }

  @Override
  public void update(Payment payment) {
    store.replace(COLLECTION, payment.id().value(), fields(payment));
  }

  @Override
  public Optional<Payment> find(PaymentId id) {
    return store.find(COLLECTION, id.value()).map(MongoPayments::payment);
  }

  static Map<String, Object> fields(Payment payment) {
    return Map.of(
        "user", payment.user(),
        "productId", payment.order().productId(),
        "amountCents", payment.order().amountCents(),
        "currency", payment.order().currency(),
        "state", payment.state().name(),
        "createdAt", Date.from(payment.createdAt()));
  }

  private static Payment payment(Map<String, Object> document) {
    PaymentOrder order =
        new PaymentOrder(
            (String) document.get("productId"),
            ((Number) document.get("amountCents")).longValue(),
            (String) document.get("currency"));
    return new Payment(
        new PaymentId((String) document.get("_id")),
        (String) document.get("user"),
        order,
        PaymentState.valueOf((String) document.get("state")),
        ((Date) document.get("createdAt")).toInstant());
  }
}
