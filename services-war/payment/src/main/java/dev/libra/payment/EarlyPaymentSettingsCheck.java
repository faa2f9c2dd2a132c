package dev.libra.payment;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads payment's settings before Fault Tolerance does, which would refuse some without naming
 * their keys.
 */
public class EarlyPaymentSettingsCheck implements Extension {

  void check(@Observes BeforeBeanDiscovery start) {
    PaymentSettings.read(ConfigProvider.getConfig());
  }
}
