package dev.libra.payment;

import dev.libra.payment.provider.ProviderSettings;
import dev.libra.service.Settings;
import org.eclipse.microprofile.config.Config;

/** What can be set of payment; see {@code docs/configuration.md}. */
record PaymentSettings(int maxAmountCents, ProviderSettings provider) {

  static PaymentSettings read(Config config) {
    Settings settings = new Settings(config);
    PaymentSettings read =
        new PaymentSettings(
            settings.integer("libra.payment.max-amount-cents", 1_000_000, 1, Integer.MAX_VALUE),
            ProviderSettings.read(settings));
    settings.rejectUnknown("libra.payment.");
    return read;
  }
}
