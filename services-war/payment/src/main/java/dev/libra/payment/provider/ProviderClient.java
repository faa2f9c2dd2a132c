package dev.libra.payment.provider;

import dev.libra.payment.Payment;
import dev.libra.payment.PaymentState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Calls the provider with a time limit, again if that may help, and not at all for a while if most
 * calls fail. Calling again is harmless: the provider charges a payment id once.
 */
@ApplicationScoped
public class ProviderClient {
  private final EmulatedProvider provider;

  @Inject
  public ProviderClient(EmulatedProvider provider) {
    this.provider = provider;
  }

  /** Weld makes its proxies with it. */
  protected ProviderClient() {
    this(null);
  }

  @Timeout(2000)
  @Retry(
      maxRetries = 2,
      delay = 50,
      jitter = 40,
      delayUnit = ChronoUnit.MILLIS,
      retryOn = {ProviderUnavailableException.class, TimeoutException.class})
  @CircuitBreaker(
      requestVolumeThreshold = 20,
      failureRatio = 0.6,
      delay = 2000,
      failOn = {ProviderUnavailableException.class, TimeoutException.class})
  public PaymentState charge(Payment payment) {
    return provider.charge(payment);
  }
}
