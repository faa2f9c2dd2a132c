package dev.libra.learning.dqn;

import dev.libra.environment.EpisodeResult;
import dev.libra.environment.SeededRandom;
import dev.libra.environment.VectorEnvironment;
import dev.libra.learning.agent.Agent;
import dev.libra.learning.agent.AgentContext;
import dev.libra.learning.agent.Masks;
import dev.libra.learning.agent.Update;
import dev.libra.learning.network.DenseNetwork;
import dev.libra.learning.normalization.NormalizationStatistics;
import dev.libra.learning.normalization.ObservationNormalizer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DQN: acts ε-greedily, keeps what happened, and learns from random parts of it. */
final class DqnAgent implements Agent {
  private final DqnSettings settings;
  private final long totalSteps;
  private final DqnLearner learner;
  private final ReplayBuffer buffer;
  private final ReplayCollector collector;
  private final ObservationNormalizer normalizer;
  private final int actions;
  private long steps;
  private long nextSynchronization;

  DqnAgent(DqnSettings settings, AgentContext context) {
    this.settings = settings;
    this.totalSteps = context.totalSteps();
    SeededRandom random = new SeededRandom(context.seed());
    VectorEnvironment environments = context.vector(settings.environments());
    int width = environments.observationSpace().size();
    this.actions = environments.actionSpace().size();
    this.normalizer = new ObservationNormalizer(width, settings.normalizeObservations());
    this.learner = new DqnLearner(settings, width, actions, normalizer, random.split());
    this.buffer = new ReplayBuffer(settings.bufferSize(), width, sampling(settings));
    this.collector =
        new ReplayCollector(
            settings, environments, learner.online(), normalizer, buffer, random.split());
    this.nextSynchronization = settings.targetInterval();
  }

  private static Sampling sampling(DqnSettings settings) {
    return settings.prioritized()
        ? new PrioritizedSampling(
            settings.bufferSize(), settings.priorityExponent(), settings.importanceExponent())
        : new UniformSampling();
  }

  @Override
  public Update update(long budget) {
    List<EpisodeResult> episodes = new ArrayList<>();
    Exploration exploration = new Exploration(settings, totalSteps);
    int taken = 0;
    while (taken < Math.min(settings.trainFrequency(), budget)) {
      double epsilon = steps < settings.learningStarts() ? 1 : exploration.at(steps);
      int stepped = collector.step(epsilon, budget - taken, episodes);
      taken += stepped;
      steps += stepped;
      if (steps >= nextSynchronization) {
        learner.synchronizeTarget();
        nextSynchronization += settings.targetInterval();
      }
    }
    return new Update(taken, episodes, learn(taken, exploration.at(steps)));
  }

  private Map<String, Double> learn(int taken, double epsilon) {
    if (steps <= settings.learningStarts() || buffer.size() == 0) {
      return Map.of();
    }
    int rounds = settings.gradientSteps() == -1 ? taken : settings.gradientSteps();
    double progress = (double) steps / totalSteps;
    Map<String, Double> metrics = new LinkedHashMap<>(learner.learn(buffer, rounds, progress));
    metrics.put("schedule/exploration", epsilon);
    return metrics;
  }

  @Override
  public int[] act(double[][] observations, boolean[][] masks) {
    double[] values = learner.online().values(observations);
    int[] best = new int[observations.length];
    for (int i = 0; i < best.length; i++) {
      best[i] = Masks.argmax(values, i * actions, masks[i]);
    }
    return best;
  }

  @Override
  public DenseNetwork network() {
    return learner.online().network();
  }

  @Override
  public Optional<NormalizationStatistics> normalization() {
    return normalizer.statistics();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(steps);
    out.writeLong(nextSynchronization);
    normalizer.save(out);
    learner.save(out);
    buffer.save(out);
    collector.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    steps = in.readLong();
    nextSynchronization = in.readLong();
    normalizer.restore(in);
    learner.restore(in);
    buffer.restore(in);
    collector.restore(in);
  }
}
