package dev.libra.cli.compare;

import dev.libra.simulator.comparison.Entrant;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code --policies} came to.
 *
 * @param rules names of rules
 * @param learned trained policies
 * @param turned the same with their knobs at other positions
 */
record Chosen(List<String> rules, List<Entrant> learned, List<Entrant> turned) {

  /** Nothing yet. */
  Chosen() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  void add(String rule) {
    rules.add(rule);
  }

  void add(LearnedFile file) {
    Entrant next = file.entrant();
    boolean taken =
        learned.stream().anyMatch(e -> e.policy().equals(next.policy()) && e.seed() == next.seed());
    if (taken) {
      throw new IllegalArgumentException(
          "--policies has two artifacts of " + next.policy() + " with seed " + next.seed());
    }
    learned.add(next);
    turned.addAll(file.turned());
  }
}
