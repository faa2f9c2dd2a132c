package dev.libra.payment.provider;

import dev.libra.payment.Payment;
import dev.libra.payment.PaymentProvider;
import dev.libra.payment.PaymentState;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Stands for a payment provider on the internet: takes its time, may fail on the way there or on
 * the way back, and keeps its own ledger, by which it charges each payment id once.
 */
public final class EmulatedProvider implements PaymentProvider {
  private final ProviderSettings settings;
  private final Ledger ledger;
  private final RandomGenerator random;

  public EmulatedProvider(ProviderSettings settings, Ledger ledger, RandomGenerator random) {
    this.settings = settings;
    this.ledger = ledger;
    this.random = random;
  }

  @Override
  public PaymentState charge(Payment payment) {
    Call call = draw();
    travel(call.latencyNanos());
    if (call.requestLost()) {
      throw new ProviderUnavailableException("the provider could not be reached");
    }
    PaymentState state =
        ledger.enter(payment, call.declined() ? PaymentState.DECLINED : PaymentState.CAPTURED);
    if (call.answerLost()) {
      throw new ProviderUnavailableException("the provider's answer was lost");
    }
    return state;
  }

  private record Call(
      long latencyNanos, boolean requestLost, boolean answerLost, boolean declined) {}

  private Call draw() {
    synchronized (random) {
      long nanos = (long) (settings.latencyMs().draw(random) * 1e6);
      boolean fails = random.nextDouble() < settings.failureRate();
      boolean late = random.nextBoolean();
      boolean declined = random.nextDouble() < settings.declineRate();
      return new Call(nanos, fails && !late, fails && late, declined);
    }
  }

  private static void travel(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderUnavailableException("the call was given up");
    }
  }
}
