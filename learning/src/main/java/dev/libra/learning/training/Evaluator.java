package dev.libra.learning.training;

import dev.libra.environment.Environment;
import dev.libra.environment.SeededRandom;
import dev.libra.environment.Step;
import dev.libra.learning.agent.Agent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Plays episodes with the actions that an agent thinks best, in environments of its own. */
final class Evaluator {
  private final Supplier<Environment> environments;
  private final long seed;

  Evaluator(Supplier<Environment> environments, long seed) {
    this.environments = environments;
    this.seed = seed;
  }

  /** Plays the episodes side by side, each from its own seed. */
  Evaluation evaluate(Agent agent, int episodes) {
    SeededRandom seeds = new SeededRandom(seed);
    List<Episode> all = new ArrayList<>();
    for (int i = 0; i < episodes; i++) {
      all.add(new Episode(environments.get(), seeds.nextLong()));
    }
    while (all.stream().anyMatch(e -> e.running)) {
      double[][] observations = all.stream().map(e -> e.observation).toArray(double[][]::new);
      boolean[][] masks = all.stream().map(e -> e.mask).toArray(boolean[][]::new);
      // Also for those that ended: one batch size, whose arrays are there already.
      int[] actions = agent.act(observations, masks);
      for (int i = 0; i < actions.length; i++) {
        all.get(i).step(actions[i]);
      }
    }
    return new Evaluation(all.stream().map(e -> e.totalReward).toList());
  }

  private static final class Episode {
    private final Environment environment;
    private double[] observation;
    private boolean[] mask;
    private double totalReward;
    private boolean running = true;

    private Episode(Environment environment, long seed) {
      this.environment = environment;
      this.observation = environment.reset(seed);
      this.mask = environment.actionMask();
    }

    private void step(int action) {
      if (running) {
        Step step = environment.step(action);
        observation = step.observation();
        mask = environment.actionMask();
        totalReward += step.reward();
        running = !step.ended();
      }
    }
  }
}
