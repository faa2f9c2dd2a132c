package dev.libra.learning.training;

import dev.libra.environment.Environment;
import dev.libra.environment.FrameStack;
import dev.libra.environment.control.Tasks;
import dev.libra.fleet.Check;
import java.util.function.Supplier;

/**
 * Something to learn.
 *
 * @param environments makes a new environment
 */
public record Task(String name, Supplier<Environment> environments) {

  public Task {
    Check.name("task", name);
    Check.present("environments", environments);
  }

  /** One of the known problems. */
  public static Task control(String name) {
    Tasks.named(name);
    return new Task(name, () -> Tasks.named(name));
  }

  /** Makes environments that show the last observations together. */
  Supplier<Environment> stacked(int frames) {
    return frames == 1 ? environments : () -> new FrameStack(environments.get(), frames);
  }
}
