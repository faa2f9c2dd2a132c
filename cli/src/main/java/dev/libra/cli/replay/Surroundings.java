package dev.libra.cli.replay;

import dev.libra.traffic.chaos.ChaosPlan;
import dev.libra.traffic.chaos.ChaosRun;
import dev.libra.traffic.chaos.Installation;
import dev.libra.traffic.report.ControlHistory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;

/**
 * The installation a replay happens in.
 *
 * @param home its state
 * @param chaos what is to happen to it
 */
record Surroundings(Path home, ChaosPlan chaos, Map<String, String> environment) {

  ChaosRun chaos(long seed, Clock clock) {
    return new ChaosRun(chaos, new Installation(home, new Random(seed), clock));
  }

  /** Control's own account, or null if this machine has no control. */
  ControlHistory history() {
    String port = environment.getOrDefault("LIBRA_CONTROL_PORT", "9080");
    String url = environment.getOrDefault("LIBRA_CONTROL_URL", "http://127.0.0.1:" + port);
    try {
      String token = Files.readString(home.resolve("secrets").resolve("cluster-token")).strip();
      return new ControlHistory(URI.create(url), token);
    } catch (IOException e) {
      return null;
    }
  }
}
