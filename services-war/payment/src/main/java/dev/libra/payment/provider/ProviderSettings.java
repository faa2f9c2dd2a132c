package dev.libra.payment.provider;

import dev.libra.service.LogNormal;
import dev.libra.service.Settings;

/**
 * How the emulated provider behaves.
 *
 * @param failureRate share of calls that fail before or after charging; a repetition may succeed
 * @param declineRate share of payments that are declined for good
 */
public record ProviderSettings(LogNormal latencyMs, double failureRate, double declineRate) {

  /** Also checks the settings that only Fault Tolerance reads. */
  public static ProviderSettings read(Settings settings) {
    settings.integer("libra.payment.provider.timeout-ms", 2000, 1, 600_000);
    settings.integer("libra.payment.provider.retries", 2, 0, 10);
    return new ProviderSettings(
        new LogNormal(
            settings.number("libra.payment.provider.latency-median-ms", 60, 0, 60_000),
            settings.number("libra.payment.provider.latency-sigma", 0.4, 0, 3)),
        settings.number("libra.payment.provider.failure-rate", 0, 0, 1),
        settings.number("libra.payment.provider.decline-rate", 0, 0, 1));
  }
}
