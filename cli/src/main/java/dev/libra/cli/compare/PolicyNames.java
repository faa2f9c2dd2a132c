package dev.libra.cli.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What {@code --policies} may name. */
final class PolicyNames {
  /** Every rule, and the shipped PPO policies of every seed. */
  static final String ALL =
      "hpa,keda,kpa,holt-winters,seasonal-max,fixed,static-min,static-max,ppo";

  private static final String LEARNED = "learned";
  private static final String FILE = LEARNED + ":";
  private static final String DEFAULT = "default.zip";

  /** The bound is always there, and so are random actions; naming them does no harm. */
  private static final List<String> ALWAYS = List.of("clairvoyant", "random");

  private static final List<String> AGENTS = List.of("ppo", "dqn");
  private static final List<String> RULES =
      List.of(
          "hpa",
          "keda",
          "kpa",
          "holt-winters",
          "seasonal-max",
          "fixed",
          "static-min",
          "static-max");

  private final Path shipped;

  /**
   * @param shipped folder of {@code default.zip} and {@code <agent>-<seed>.zip}
   */
  PolicyNames(Path shipped) {
    this.shipped = shipped;
  }

  /** Finds what each name stands for. */
  Chosen choose(List<String> names) {
    Chosen chosen = new Chosen();
    for (String raw : names) {
      String name = raw.strip();
      if (name.startsWith(FILE)) {
        chosen.add(LearnedFile.read(Path.of(name.substring(FILE.length()))));
      } else if (name.equals(LEARNED)) {
        chosen.add(LearnedFile.read(shipped.resolve(DEFAULT)));
      } else if (AGENTS.contains(name)) {
        seeds(name).forEach(file -> chosen.add(LearnedFile.read(file)));
      } else if (RULES.contains(name)) {
        chosen.add(name);
      } else if (!ALWAYS.contains(name)) {
        throw new IllegalArgumentException("--policies must be of " + allowed() + ", was: " + name);
      }
    }
    return chosen;
  }

  private static List<String> allowed() {
    List<String> allowed = new ArrayList<>(RULES);
    allowed.addAll(AGENTS);
    allowed.add(LEARNED);
    allowed.add(FILE + "FILE");
    allowed.addAll(ALWAYS);
    return allowed;
  }

  private List<Path> seeds(String agent) {
    try (Stream<Path> files = Files.list(shipped)) {
      List<Path> found =
          files
              .filter(f -> f.getFileName().toString().matches(agent + "-\\d+\\.zip"))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            "--policies " + agent + " wants " + agent + "-<seed>.zip in " + shipped);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(shipped + " can't be read: " + e.getMessage(), e);
    }
  }
}
