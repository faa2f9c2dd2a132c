package dev.libra.learning.dqn;

import dev.libra.environment.EpisodeResult;
import dev.libra.environment.Restorable;
import dev.libra.environment.SeededRandom;
import dev.libra.environment.VectorEnvironment;
import dev.libra.environment.VectorStep;
import dev.libra.learning.agent.Masks;
import dev.libra.learning.normalization.ObservationNormalizer;
import dev.libra.learning.normalization.RewardNormalizer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Acts ε-greedily in the environments and fills the replay buffer. */
final class ReplayCollector implements Restorable {
  private final VectorEnvironment environments;
  private final QNetwork network;
  private final ObservationNormalizer observations;
  private final RewardNormalizer rewards;
  private final List<NStepReturns> returns;
  private final SeededRandom random;
  private final int actions;

  /** Resets the environments. */
  ReplayCollector(
      DqnSettings settings,
      VectorEnvironment environments,
      QNetwork network,
      ObservationNormalizer observations,
      ReplayBuffer buffer,
      SeededRandom random) {
    this.environments = environments;
    this.network = network;
    this.observations = observations;
    this.rewards =
        new RewardNormalizer(environments.size(), settings.discount(), settings.normalizeRewards());
    this.random = random;
    this.actions = environments.actionSpace().size();
    int width = environments.observationSpace().size();
    this.returns =
        Stream.generate(
                () -> new NStepReturns(settings.nStep(), settings.discount(), width, buffer::add))
            .limit(environments.size())
            .toList();
    environments.reset(random.nextLong());
    observations.observe(environments.observations());
  }

  /**
   * Takes one step in each environment.
   *
   * @param budget with fewer steps left than environments, only that many are stepped
   * @return the environment steps taken
   */
  int step(double epsilon, long budget, List<EpisodeResult> episodes) {
    double[][] seen = environments.observations();
    boolean[][] masks = environments.masks();
    int count = (int) Math.min(environments.size(), budget);
    int[] chosen = Arrays.copyOf(choose(epsilon, seen, masks), count);
    VectorStep step = environments.step(chosen);
    observations.observe(step.observations());
    double[] rewarded = rewards.normalize(step.rewards(), step.ended());
    for (int i = 0; i < count; i++) {
      returns
          .get(i)
          .add(
              floats(seen[i]),
              chosen[i],
              rewarded[i],
              step.terminated()[i],
              step.truncated()[i],
              floats(step.successor(i)),
              step.successorMask(i));
    }
    episodes.addAll(step.episodes());
    return count;
  }

  private int[] choose(double epsilon, double[][] seen, boolean[][] masks) {
    int[] chosen = new int[seen.length];
    Arrays.setAll(chosen, i -> random.nextDouble() < epsilon ? Masks.any(masks[i], random) : -1);
    if (Arrays.stream(chosen).anyMatch(action -> action < 0)) {
      double[] values = network.values(seen);
      for (int i = 0; i < chosen.length; i++) {
        chosen[i] = chosen[i] < 0 ? Masks.argmax(values, i * actions, masks[i]) : chosen[i];
      }
    }
    return chosen;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    random.save(out);
    environments.save(out);
    rewards.save(out);
    for (NStepReturns one : returns) {
      one.save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    random.restore(in);
    environments.restore(in);
    rewards.restore(in);
    for (NStepReturns one : returns) {
      one.restore(in);
    }
  }
}
