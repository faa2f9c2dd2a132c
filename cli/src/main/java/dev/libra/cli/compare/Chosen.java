package dev.libra.cli.compare;

import dev.libra.simulator.comparison.Entrant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code --policies} came to.
 *
 * @param rules names of rules
 * @param learned trained policies
 * @param turned the same with their knobs at other positions
 * @param digests of the trained policies' artifacts
 */
record Chosen(
    List<String> rules, List<Entrant> learned, List<Entrant> turned, Set<String> digests) {

  /** Nothing yet. */
  Chosen() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashSet<>());
  }

  void add(String rule) {
    rules.add(rule);
  }

  /** The same artifact takes part once: the shipped default is one of the shipped seeds. */
  void add(LearnedFile file) {
    if (!digests.add(file.digest())) {
      return;
    }
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
