package dev.libra.learning.dqn;

import dev.libra.environment.Restorable;
import dev.libra.environment.SeededRandom;
import dev.libra.learning.network.DenseNetwork;
import dev.libra.learning.network.DivergedException;
import dev.libra.learning.network.NetworkSpec;
import dev.libra.learning.normalization.ObservationNormalizer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The online and the target network, and the gradient steps between them. */
final class DqnLearner implements Restorable {
  private final DqnSettings settings;
  private final QNetwork online;
  private final QNetwork target;
  private final SeededRandom random;

  /**
   * @param normalizer of both networks' input
   */
  DqnLearner(
      DqnSettings settings,
      int width,
      int actions,
      ObservationNormalizer normalizer,
      SeededRandom random) {
    this.settings = settings;
    NetworkSpec spec =
        NetworkSpec.qNetwork(width, settings.hiddenUnits(), actions, settings.dueling());
    this.online = network(spec, normalizer, actions);
    this.target = network(spec, normalizer, actions);
    this.random = random;
    online.network().initialize(random.split());
    synchronizeTarget();
  }

  private QNetwork network(NetworkSpec spec, ObservationNormalizer normalizer, int actions) {
    DenseNetwork dense = new DenseNetwork(spec, settings.adamEpsilon());
    return new QNetwork(dense, normalizer, actions, settings.dueling());
  }

  QNetwork online() {
    return online;
  }

  void synchronizeTarget() {
    target.network().copyParametersOf(online.network());
  }

  /**
   * Takes some gradient steps.
   *
   * @param progress share of the training done
   * @return means over the steps
   */
  Map<String, Double> learn(ReplayBuffer buffer, int steps, double progress) {
    double rate = settings.learningRate() * (settings.annealLearningRate() ? 1 - progress : 1);
    double[] sums = new double[3];
    for (int i = 0; i < steps; i++) {
      ReplayBatch batch = buffer.sample(settings.batchSize(), progress, random);
      double[] targets = targets(batch);
      double[] values = online.values(batch.observations(), batch.size());
      DqnLoss loss = DqnLoss.evaluate(values, batch.actions(), targets, batch.draw().weights());
      sums[0] += DivergedException.check("DQN's loss", loss.loss());
      online.backward(loss.gradient());
      sums[1] += online.network().update(rate, settings.maxGradientNorm());
      sums[2] += Arrays.stream(targets).sum() / targets.length;
      buffer.learned(batch, loss.errors());
    }
    return metrics(sums, steps, rate);
  }

  private double[] targets(ReplayBatch batch) {
    double[] valuing = target.values(batch.nexts(), batch.size());
    double[] choosing = settings.doubleDqn() ? online.values(batch.nexts(), batch.size()) : valuing;
    return DqnLoss.targets(batch, choosing, valuing);
  }

  private static Map<String, Double> metrics(double[] sums, int steps, double rate) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("loss/total", sums[0] / steps);
    metrics.put("gradient/norm", sums[1] / steps);
    metrics.put("value/target", sums[2] / steps);
    metrics.put("schedule/learningRate", rate);
    return metrics;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    random.save(out);
    online.network().save(out);
    target.network().save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    random.restore(in);
    online.network().restore(in);
    target.network().restore(in);
  }
}
