package dev.libra.service;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads a replica's settings before Fault Tolerance does, which would refuse an impossible
 * concurrency without naming its key.
 */
public class EarlySettingsCheck implements Extension {

  void check(@Observes BeforeBeanDiscovery start) {
    ReplicaSettings.read(new Settings(ConfigProvider.getConfig()));
  }
}
