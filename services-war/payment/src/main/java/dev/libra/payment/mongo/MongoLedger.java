package dev.libra.payment.mongo;

import dev.libra.payment.Payment;
import dev.libra.payment.PaymentState;
import dev.libra.payment.provider.Ledger;
import dev.libra.service.mongo.Store;
import java.util.Map;

/**
 * The provider's ledger in the collection {@code provider-ledger}; its id makes a second charge
 * impossible:
 *
 * <pre>{"_id": "pay_5f…", "amountCents": 1999, "currency": "EUR", "state": "CAPTURED"}</pre>
 */
public final class MongoLedger implements Ledger {
  private static final String COLLECTION = "provider-ledger";

  private final Store store;

  public MongoLedger(Store store) {
    this.store = store;
  }

  @Override
  public PaymentState enter(Payment payment, PaymentState state) {
    String id = payment.id().value();
    Map<String, Object> line =
        Map.of(
            "amountCents", payment.order().amountCents(),
            "currency", payment.order().currency(),
            "state", state.name());
    return store.insert(COLLECTION, id, line) ? state : entered(id);
  }

  private PaymentState entered(String id) {
    return store
        .find(COLLECTION, id)
        .map(line -> PaymentState.valueOf((String) line.get("state")))
        .orElseThrow(() -> new IllegalStateException("ledger line " + id + " has disappeared"));
  }
}
