package dev.libra.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.libra.payment.provider.EmulatedProvider;
import dev.libra.payment.provider.ProviderSettings;
import dev.libra.payment.provider.ProviderUnavailableException;
import dev.libra.service.LogNormal;
import dev.libra.service.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CheckoutTest {
  private static final PaymentOrder ORDER = new PaymentOrder("p-17", 1999, "EUR");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

  private final Map<PaymentId, Payment> stored = new ConcurrentHashMap<>();
  private final Map<PaymentId, PaymentState> ledger = new ConcurrentHashMap<>();

  @Test
  void theSameKeyGetsTheSamePayment() {
    Checkout checkout = checkout(0, 0);
    Checkout.Receipt first = checkout.pay("ada", "k", ORDER);
    Checkout.Receipt second = checkout.pay("ada", "k", ORDER);
    assertThat(first.created()).isTrue();
    assertThat(second.created()).isFalse();
    assertThat(second.payment()).isEqualTo(first.payment());
    assertThat(ledger).hasSize(1);
  }

  @Property(tries = 100)
  void howeverOftenCallsFailAKeyIsChargedOnceAndCompleted(@ForAll long seed) {
    stored.clear();
    ledger.clear();
    Checkout checkout =
        new Checkout(
            new InMemory(), provider(new ProviderSettings(none(), 0.7, 0.5), seed), 5000, CLOCK);
    Optional<Payment> done = Optional.empty();
    while (done.isEmpty()) {
      done = attempt(checkout);
    }
    assertThat(ledger).hasSize(1).containsEntry(done.get().id(), done.get().state());
    assertThat(checkout.pay("ada", "k", ORDER).payment()).isEqualTo(done.get());
  }

  @Test
  void aDeclinedPaymentStaysDeclined() {
    Checkout checkout = checkout(0, 1);
    assertThat(checkout.pay("ada", "k", ORDER).payment().state()).isEqualTo(PaymentState.DECLINED);
    assertThat(checkout(0, 0).pay("ada", "k", ORDER).payment().state())
        .isEqualTo(PaymentState.DECLINED);
  }

  @Test
  void aKeyBelongsToItsUserAlone() {
    Checkout checkout = checkout(0, 0);
    Payment adas = checkout.pay("ada", "k", ORDER).payment();
    assertThat(checkout.pay("eve", "k", ORDER).created()).isTrue();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> checkout.find("eve", adas.id()))
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(404));
  }

  @Test
  void refusesMoreThanTheLimit() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> checkout(0, 0).pay("ada", "k", new PaymentOrder("p", 5001, "EUR")))
        .withMessageContaining("amountCents must be less than or equal to 5000");
    assertThat(stored).isEmpty();
  }

  @Property
  void otherUsersAndKeysGiveOtherIds(
      @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 8) String user,
      @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 8) String key,
      @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 8) String otherUser,
      @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 8) String otherKey) {
    boolean same = user.equals(otherUser) && key.equals(otherKey);
    assertThat(PaymentId.of(user, key).equals(PaymentId.of(otherUser, otherKey))).isEqualTo(same);
    assertThat(PaymentId.of(user, key).value()).matches("pay_[0-9a-f]{40}");
  }

  private Optional<Payment> attempt(Checkout checkout) {
    try {
      return Optional.of(checkout.pay("ada", "k", ORDER).payment());
    } catch (ProviderUnavailableException e) {
      return Optional.empty();
    }
  }

  private Checkout checkout(double failureRate, double declineRate) {
    ProviderSettings settings = new ProviderSettings(none(), failureRate, declineRate);
    return new Checkout(new InMemory(), provider(settings, 1), 5000, CLOCK);
  }

  private PaymentProvider provider(ProviderSettings settings, long seed) {
    return new EmulatedProvider(
        settings,
        (payment, state) ->
            Optional.ofNullable(ledger.putIfAbsent(payment.id(), state)).orElse(state),
        new SplittableRandom(seed));
  }

  private static LogNormal none() {
    return new LogNormal(0, 0);
  }

  /** Payments in a map. */
  private final class InMemory implements Payments {
    @Override
    public boolean add(Payment payment) {
      return stored.putIfAbsent(payment.id(), payment) == null;
    }

    @Override
    public void update(Payment payment) {
      stored.put(payment.id(), payment);
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
      return Optional.ofNullable(stored.get(id));
    }
  }
}
