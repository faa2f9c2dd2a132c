package dev.libra.cli.bench.live;

import dev.libra.fleet.Check;
import dev.libra.fleet.ServiceSpec;
import dev.libra.policy.Policy;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A policy that takes part, live and in the twin.
 *
 * @param about its parameters, or where it comes from
 * @param settings keys and values that make an installation decide by it
 * @param learned whether control has to load it first
 * @param policy makes it for the twin
 */
record Contestant(
    String name,
    String about,
    Map<String, String> settings,
    boolean learned,
    Function<ServiceSpec, Policy> policy) {

  Contestant {
    Check.text("policy", name);
    settings = Map.copyOf(new TreeMap<>(settings));
  }

  /** For file names. */
  String slug() {
    return name.replaceAll("[^A-Za-z0-9-]+", "-");
  }
}
