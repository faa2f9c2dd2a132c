package dev.libra.learning.training;

import dev.libra.environment.Environment;
import dev.libra.environment.ObservationSpace;
import dev.libra.environment.control.Tasks;
import dev.libra.fleet.Check;
import dev.libra.learning.inference.ObservationLayout;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Something to learn.
 *
 * @param options what makes this variant of the task, by name; part of where a policy comes from
 * @param layout of one observation, as the policy will read it
 * @param environments makes a new environment to train in
 * @param evaluations makes a new environment to judge in; its spaces are the same
 */
public record Task(
    String name,
    SortedMap<String, String> options,
    ObservationLayout layout,
    Supplier<Environment> environments,
    Supplier<Environment> evaluations) {

  public Task {
    Check.name("task", name);
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    Check.present("layout", layout);
    Check.present("environments", environments);
    Check.present("evaluations", evaluations);
  }

  /** Judged in what it is trained in; the layout is version 1 of one with the task's name. */
  public Task(String name, Supplier<Environment> environments) {
    this(name, new TreeMap<>(), layout(name, environments.get()), environments, environments);
  }

  /** One of the known problems. */
  public static Task control(String name) {
    Tasks.named(name);
    return new Task(name, () -> Tasks.named(name));
  }

  private static ObservationLayout layout(String name, Environment environment) {
    return new ObservationLayout(
        name,
        1,
        environment.observationSpace().features().stream()
            .map(ObservationSpace.Feature::name)
            .toList());
  }
}
