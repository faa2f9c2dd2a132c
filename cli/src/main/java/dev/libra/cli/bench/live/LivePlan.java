package dev.libra.cli.bench.live;

import dev.libra.fleet.Check;
import dev.libra.fleet.ServiceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is compared live.
 *
 * @param root the checkout
 * @param data where the runs' figures and the installation lie
 * @param out where the report goes
 * @param scaled whether the load's rates are still to be fitted to the largest fleet
 * @param settings the service's and its neighbours'
 * @param policies as named by the user
 * @param warmUpS load before each run
 * @param parameters file of the twin's, or null to measure them first
 * @param command how to do it again
 */
record LivePlan(
    Path root,
    Path data,
    Path out,
    LiveLoad load,
    boolean scaled,
    ServiceSpec service,
    Map<String, String> settings,
    List<String> policies,
    int rounds,
    double warmUpS,
    int budget,
    Path parameters,
    LivePorts ports,
    String command) {

  LivePlan {
    policies = List.copyOf(policies);
    settings = Map.copyOf(settings);
    Check.between("--rounds", rounds, 1, 100);
    Check.between("--warm-up in s", warmUpS, 0, 3600);
    Check.between("--budget", budget, 1, 100_000);
  }

  Path home() {
    return data.resolve("home");
  }

  RunFolder folder(Contestant contestant, int round) {
    return new RunFolder(data.resolve(contestant.slug() + "-" + round));
  }

  Path shippedPolicy() {
    return root.resolve("policy").resolve("default.zip");
  }

  /** Those that rules are tuned on. */
  List<Path> shippedTraces() {
    Path folder = root.resolve("traces");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().matches(".*\\.(txt|csv)")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " can't be read", e);
    }
  }
}
