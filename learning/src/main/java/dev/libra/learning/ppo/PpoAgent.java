package dev.libra.learning.ppo;

import dev.libra.environment.EpisodeResult;
import dev.libra.environment.SeededRandom;
import dev.libra.environment.VectorEnvironment;
import dev.libra.learning.agent.Agent;
import dev.libra.learning.agent.AgentContext;
import dev.libra.learning.agent.Update;
import dev.libra.learning.network.DenseNetwork;
import dev.libra.learning.network.NetworkSpec;
import dev.libra.learning.normalization.NormalizationStatistics;
import dev.libra.learning.normalization.ObservationNormalizer;
import dev.libra.learning.normalization.RewardNormalizer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PPO with separate actor and critic: collects a rollout, learns from it in epochs, forgets it. */
final class PpoAgent implements Agent {
  private final PpoSettings settings;
  private final long totalSteps;
  private final DenseNetwork network;
  private final ActorCritic actorCritic;
  private final ObservationNormalizer observations;
  private final RolloutCollector collector;
  private final PpoLearner learner;
  private final int hindsight;
  private long steps;

  PpoAgent(PpoSettings settings, AgentContext context) {
    this.settings = settings;
    this.totalSteps = context.totalSteps();
    SeededRandom random = new SeededRandom(context.seed());
    VectorEnvironment environments = context.vector(settings.environments());
    int width = environments.observationSpace().size();
    this.hindsight = environments.hindsightSize();
    int actions = environments.actionSpace().size();
    this.network =
        new DenseNetwork(
            NetworkSpec.actorCritic(
                width, hindsight, settings.hiddenUnits(), settings.activation(), actions),
            settings.adamEpsilon());
    network.initialize(random.split());
    this.actorCritic = new ActorCritic(network, actions);
    this.observations = new ObservationNormalizer(width, settings.normalizeObservations());
    RewardNormalizer rewards =
        new RewardNormalizer(
            settings.environments(), settings.discount(), settings.normalizeRewards());
    this.collector =
        new RolloutCollector(environments, actorCritic, observations, rewards, random.split());
    this.learner = new PpoLearner(settings, network, actorCritic, random.split());
  }

  @Override
  public Update update(long budget) {
    List<EpisodeResult> episodes = new ArrayList<>();
    int rows = (int) Math.min(settings.rolloutSteps(), budget / settings.environments());
    double progress = (double) steps / totalSteps;
    Rollout rollout = collector.collect(rows, episodes);
    int taken = rollout.size();
    if (rows < settings.rolloutSteps()) {
      // The last steps of a training, too few for all environments.
      int rest = (int) Math.min(settings.environments() - 1, budget - taken);
      if (rest > 0) {
        collector.stepSome(rest, episodes);
        taken += rest;
      }
    }
    steps += taken;
    return new Update(taken, episodes, learn(rollout, progress));
  }

  private Map<String, Double> learn(Rollout rollout, double progress) {
    if (rollout.size() < 2) {
      return Map.of();
    }
    rollout.finish(settings.discount(), settings.gaeLambda());
    return learner.learn(rollout, progress);
  }

  @Override
  public int[] act(double[][] states, boolean[][] masks) {
    double[][] unseen = new double[states.length][hindsight];
    return actorCritic.best(Rows.beside(observations.normalize(states), unseen), masks);
  }

  @Override
  public DenseNetwork network() {
    return network;
  }

  @Override
  public Optional<NormalizationStatistics> normalization() {
    return observations.statistics();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(steps);
    network.save(out);
    collector.save(out);
    learner.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    steps = in.readLong();
    network.restore(in);
    collector.restore(in);
    learner.restore(in);
  }
}
