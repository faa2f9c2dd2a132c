package dev.libra.cli.compare;

import dev.libra.simulator.comparison.Entrant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code --policies} may name. */
final class PolicyNames {
  private static final String LEARNED = "learned:";

  /** The bound is always there; naming it does no harm. */
  private static final String CLAIRVOYANT = "clairvoyant";

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

  private PolicyNames() {}

  /** Puts each name into the list it belongs to. */
  static void sort(List<String> names, List<String> rules, List<Entrant> learned) {
    for (String raw : names) {
      String name = raw.strip();
      if (name.startsWith(LEARNED)) {
        add(learned, LearnedFile.read(Path.of(name.substring(LEARNED.length()))));
      } else if (RULES.contains(name)) {
        rules.add(name);
      } else if (!name.equals(CLAIRVOYANT)) {
        List<String> allowed = new ArrayList<>(RULES);
        allowed.add(CLAIRVOYANT);
        allowed.add(LEARNED + "FILE");
        throw new IllegalArgumentException("--policies must be of " + allowed + ", was: " + name);
      }
    }
  }

  private static void add(List<Entrant> learned, Entrant next) {
    boolean taken =
        learned.stream().anyMatch(e -> e.policy().equals(next.policy()) && e.seed() == next.seed());
    if (taken) {
      throw new IllegalArgumentException(
          "--policies has two artifacts of " + next.policy() + " with seed " + next.seed());
    }
    learned.add(next);
  }
}
