package dev.libra.cli.bench.live;

import dev.libra.cli.compare.LearnedFile;
import dev.libra.simulator.comparison.Entrant;
import dev.libra.simulator.tuning.Rule;
import dev.libra.simulator.tuning.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What {@code --policies} may name. */
final class Contestants {
  private static final String LEARNED = "learned";
  private static final String FILE = LEARNED + ":";
  private static final String TUNED = "-tuned";

  /** Rules whose searched parameters all are keys of the configuration, by the same names. */
  private static final List<String> RULES = List.of("hpa", "keda");

  private final String service;
  private final Path shipped;
  private final Function<Rule, double[]> tuner;

  /**
   * @param shipped the artifact that {@code up} puts into place
   * @param tuner finds a rule's best parameters
   */
  Contestants(String service, Path shipped, Function<Rule, double[]> tuner) {
    this.service = service;
    this.shipped = shipped;
    this.tuner = tuner;
  }

  /**
   * @throws IllegalArgumentException if a name is unknown
   * @throws dev.libra.learning.artifact.ArtifactException if a learned policy can't be read
   */
  List<Contestant> named(List<String> names) {
    List<Contestant> all = new ArrayList<>();
    names.stream().map(String::strip).distinct().map(this::named).forEach(all::add);
    return all;
  }

  private Contestant named(String name) {
    if (name.equals(LEARNED)) {
      return learned(name, shipped, Map.of());
    }
    if (name.startsWith(FILE)) {
      Path file = Path.of(name.substring(FILE.length())).toAbsolutePath();
      return learned(name, file, Map.of("libra.policy.learned.artifact", file.toString()));
    }
    boolean tuned = name.endsWith(TUNED);
    String rule = tuned ? name.substring(0, name.length() - TUNED.length()) : name;
    if (!RULES.contains(rule)) {
      throw new IllegalArgumentException(
          "--policies must be of [learned, learned:FILE, hpa, hpa-tuned, keda, keda-tuned], was: "
              + name);
    }
    return rule(name, Rules.all(1).stream().filter(r -> r.name().equals(rule)).findFirst().get());
  }

  private Contestant learned(String name, Path file, Map<String, String> more) {
    Entrant entrant = LearnedFile.read(file).entrant();
    Map<String, String> settings = new LinkedHashMap<>(more);
    settings.put(policyKey(), LEARNED);
    String source = entrant.parameters().replace(file.toString(), file.getFileName().toString());
    String about = entrant.policy() + " of training seed " + entrant.seed() + ", " + source;
    return new Contestant(name, about, settings, true, entrant.factory());
  }

  private Contestant rule(String name, Rule rule) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(policyKey(), rule.name());
    if (!name.endsWith(TUNED)) {
      return new Contestant(name, "stock", settings, false, s -> rule.create(rule.stockPoint()));
    }
    double[] point = tuner.apply(rule);
    for (int i = 0; i < point.length; i++) {
      settings.put(
          "libra.policy." + rule.name() + "." + rule.dimensions().get(i).name(),
          String.format(Locale.ROOT, "%.4f", point[i]));
    }
    return new Contestant(name, rule.describe(point), settings, false, s -> rule.create(point));
  }

  private String policyKey() {
    return "libra.service." + service + ".policy";
  }
}
