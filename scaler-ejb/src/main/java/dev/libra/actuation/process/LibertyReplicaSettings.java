package dev.libra.actuation.process;

import dev.libra.fleet.Check;
import dev.libra.process.LibraHome;
import java.nio.file.Path;
import java.util.Map;

/**
 * What every replica gets.
 *
 * @param template folder with the {@code server.xml} and {@code jvm.options} of a replica
 * @param environment the same for all replicas: addresses and where the secrets lie
 * @param warmUp whether a training run makes all later starts quicker
 */
public record LibertyReplicaSettings(
    LibraHome home, Path template, Map<String, String> environment, boolean warmUp) {

  public LibertyReplicaSettings {
    Check.present("home", home);
    Check.present("template", template);
    environment = Map.copyOf(environment);
  }
}
