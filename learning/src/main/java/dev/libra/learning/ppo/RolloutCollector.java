package dev.libra.learning.ppo;

import dev.libra.environment.EpisodeResult;
import dev.libra.environment.Restorable;
import dev.libra.environment.SeededRandom;
import dev.libra.environment.VectorEnvironment;
import dev.libra.environment.VectorStep;
import dev.libra.learning.normalization.ObservationNormalizer;
import dev.libra.learning.normalization.RewardNormalizer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Acts in the environments and records what happens. */
final class RolloutCollector implements Restorable {
  private final VectorEnvironment environments;
  private final ActorCritic actorCritic;
  private final ObservationNormalizer observations;
  private final RewardNormalizer rewards;
  private final SeededRandom random;

  /** Resets the environments. */
  RolloutCollector(
      VectorEnvironment environments,
      ActorCritic actorCritic,
      ObservationNormalizer observations,
      RewardNormalizer rewards,
      SeededRandom random) {
    this.environments = environments;
    this.actorCritic = actorCritic;
    this.observations = observations;
    this.rewards = rewards;
    this.random = random;
    environments.reset(random.nextLong());
    observations.observe(environments.observations());
  }

  /**
   * Takes some steps in each environment.
   *
   * @param episodes gets those that ended
   */
  Rollout collect(int steps, List<EpisodeResult> episodes) {
    int width = environments.observationSpace().size() + environments.hindsightSize();
    Rollout rollout = new Rollout(steps, environments.size(), width);
    for (int t = 0; t < steps; t++) {
      float[] rows = rows();
      Decisions decisions = actorCritic.decide(rows, environments.masks(), random);
      rollout.act(t, rows, decisions);
      VectorStep step = step(decisions.actions(), episodes);
      rollout.result(t, step, rewards.normalize(step.rewards(), step.ended()));
      bootstrap(rollout, t, step);
    }
    if (steps > 0) {
      rollout.reach(steps - 1, actorCritic.values(rows(), environments.size()));
    }
    return rollout;
  }

  private float[] rows() {
    return Rows.beside(
        observations.normalize(environments.observations()), environments.hindsight());
  }

  /** Takes one step in the first environments only, which nothing is learned from. */
  void stepSome(int count, List<EpisodeResult> episodes) {
    float[] rows = rows();
    Decisions decisions = actorCritic.decide(rows, environments.masks(), random);
    step(Arrays.copyOf(decisions.actions(), count), episodes);
  }

  private VectorStep step(int[] actions, List<EpisodeResult> episodes) {
    VectorStep step = environments.step(actions);
    episodes.addAll(step.episodes());
    observations.observe(step.observations());
    return step;
  }

  private void bootstrap(Rollout rollout, int t, VectorStep step) {
    for (int i = 0; i < step.size(); i++) {
      if (step.truncated()[i] && !step.terminated()[i]) {
        float[] seen = observations.normalize(step.finalObservations()[i]);
        float[] last = Rows.beside(seen, step.finalHindsight()[i]);
        rollout.truncatedValue(t, i, actorCritic.values(last, 1)[0]);
      }
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    random.save(out);
    environments.save(out);
    observations.save(out);
    rewards.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    random.restore(in);
    environments.restore(in);
    observations.restore(in);
    rewards.restore(in);
  }
}
