package dev.libra.learning.agent;

import dev.libra.environment.Environment;
import dev.libra.environment.VectorEnvironment;
import dev.libra.fleet.Check;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What an agent is made for.
 *
 * @param environments makes a new environment, frames stacked
 * @param seed of everything random: environments, weights, exploration, minibatches
 * @param totalSteps environment steps that training is to take, by which schedules go
 */
public record AgentContext(Supplier<Environment> environments, long seed, long totalSteps) {

  public AgentContext {
    Check.present("environments", environments);
    Check.between("totalSteps", totalSteps, 1, Long.MAX_VALUE);
  }

  public VectorEnvironment vector(int size) {
    return new VectorEnvironment(Stream.generate(environments).limit(size).toList());
  }
}
