package dev.libra.traffic.run;

import dev.libra.fleet.Check;
import dev.libra.traffic.engine.EngineSettings;
import dev.libra.traffic.report.ControlHistory;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What holds for all runs of the traffic process.
 *
 * @param targets the only addresses that are ever hit; the first is the usual one
 * @param maxRate requests/s that no run may exceed
 * @param home the installation's state, where reports go and chaos acts, or null without one
 * @param history control's own account, or null without a control
 */
public record RunSettings(
    List<EngineSettings> targets, double maxRate, Path home, ControlHistory history) {

  public RunSettings {
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("there must be a target");
    }
    Check.between("max rate", maxRate, 1, 1_000_000);
  }

  /**
   * @param wanted null for the usual one
   * @throws IllegalArgumentException for an address that is not configured
   */
  EngineSettings target(String wanted) {
    return targets.stream()
        .filter(t -> wanted == null || t.gateway().equals(URI.create(wanted)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "target must be one of libra.traffic.targets, "
                        + targets.stream().map(EngineSettings::gateway).toList()
                        + ", was: "
                        + wanted));
  }
}
