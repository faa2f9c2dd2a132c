package dev.libra.learning.bench;

import dev.libra.fleet.Check;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A row of the benchmark: one agent on one problem, with several seeds.
 *
 * @param agent "ppo" or "dqn"
 * @param preset of the agent's hyper-parameters
 * @param steps of each training
 * @param seeds from 0 up to this, not included
 * @param bar that the interquartile mean over the seeds is to reach; empty for a comparison
 */
public record BenchmarkTask(
    String name,
    String agent,
    String environment,
    String preset,
    long steps,
    int seeds,
    OptionalDouble bar) {

  public BenchmarkTask {
    Check.name("task", name);
    Check.text("agent", agent);
    Check.text("environment", environment);
    Check.text("preset", preset);
    Check.between("steps", steps, 1, 1_000_000_000_000L);
    Check.between("seeds", seeds, 1, 1000);
    Check.present("bar", bar);
  }

  /** All that Libra's agents are measured on, quick ones first. */
  public static List<BenchmarkTask> all() {
    return List.of(
        task("ppo-identity", "ppo", "identity", "identity", 1200, 10, 90),
        task("dqn-identity", "dqn", "identity", "identity", 1200, 10, 90),
        task("ppo-masked", "ppo", "masked", "masked", 2048, 10, 90),
        task("ppo-masked-two-rollouts", "ppo", "masked", "masked", 4096, 10, 90),
        comparison("ppo-unmasked", "ppo", "unmasked", "masked", 4096, 10),
        task("ppo-cartpole", "ppo", "cartpole", "cartpole", 100_000, 10, 495),
        task("ppo-cartpole-large", "ppo", "cartpole", "cartpole-large", 300_000, 10, 495),
        noVelocity("ppo-cartpole-no-velocity", "cartpole-no-velocity", OptionalDouble.of(450)),
        noVelocity("ppo-cartpole-memoryless", "cartpole-memoryless", OptionalDouble.empty()),
        task("dqn-cartpole", "dqn", "cartpole", "cartpole", 50_000, 10, 495),
        task("ppo-mountaincar", "ppo", "mountaincar", "mountaincar", 1_000_000, 5, -115),
        task("ppo-acrobot", "ppo", "acrobot", "acrobot", 1_000_000, 10, -80),
        task("dqn-mountaincar", "dqn", "mountaincar", "mountaincar", 120_000, 5, -105),
        task("dqn-acrobot", "dqn", "acrobot", "acrobot", 100_000, 10, -80));
  }

  private static BenchmarkTask task(
      String name,
      String agent,
      String environment,
      String preset,
      long steps,
      int seeds,
      double bar) {
    return new BenchmarkTask(
        name, agent, environment, preset, steps, seeds, OptionalDouble.of(bar));
  }

  private static BenchmarkTask comparison(
      String name, String agent, String environment, String preset, long steps, int seeds) {
    return new BenchmarkTask(
        name, agent, environment, preset, steps, seeds, OptionalDouble.empty());
  }

  private static BenchmarkTask noVelocity(String name, String preset, OptionalDouble bar) {
    return new BenchmarkTask(name, "ppo", "cartpole-no-velocity", preset, 50_000, 10, bar);
  }
}
