package dev.libra.learning.ppo;

import dev.libra.environment.Restorable;
import dev.libra.environment.SeededRandom;
import dev.libra.learning.network.DenseNetwork;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** Learns from a rollout: several epochs of shuffled minibatches. */
final class PpoLearner implements Restorable {
  private final PpoSettings settings;
  private final DenseNetwork network;
  private final ActorCritic actorCritic;
  private final SeededRandom random;

  PpoLearner(
      PpoSettings settings, DenseNetwork network, ActorCritic actorCritic, SeededRandom random) {
    this.settings = settings;
    this.network = network;
    this.actorCritic = actorCritic;
    this.random = random;
  }

  /**
   * @param progress share of the training done before this rollout, by which rates are annealed
   * @return the update's metrics
   */
  Map<String, Double> learn(Rollout rollout, double progress) {
    double rate = anneal(settings.learningRate(), settings.annealLearningRate(), progress);
    double clip = anneal(settings.clipRange(), settings.annealClipRange(), progress);
    PpoLoss loss = new PpoLoss(clip, settings);
    PpoMetrics metrics = new PpoMetrics();
    int[] order = new int[rollout.size()];
    Arrays.setAll(order, i -> i);
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      random.shuffle(order);
      if (!epoch(rollout, order, loss, rate, metrics)) {
        break;
      }
    }
    return metrics.summary(rate, clip, rollout.explainedVariance());
  }

  private static double anneal(double start, boolean annealed, double progress) {
    return annealed ? start * (1 - progress) : start;
  }

  /** Gives false when the policy has moved too far from the one that collected the rollout. */
  private boolean epoch(
      Rollout rollout, int[] order, PpoLoss loss, double rate, PpoMetrics metrics) {
    for (int from = 0; from < order.length; from += settings.batchSize()) {
      int to = Math.min(order.length, from + settings.batchSize());
      Minibatch batch = rollout.minibatch(order, from, to);
      if (settings.normalizeAdvantages()) {
        normalize(batch.advantages());
      }
      PpoLossResult result = actorCritic.backward(batch, loss);
      if (settings.targetKl() > 0 && result.approxKl() > 1.5 * settings.targetKl()) {
        return false;
      }
      metrics.add(result, network.update(rate, settings.maxGradientNorm()));
    }
    return true;
  }

  private static void normalize(double[] advantages) {
    if (advantages.length < 2) {
      return;
    }
    double mean = Arrays.stream(advantages).sum() / advantages.length;
    double squares = Arrays.stream(advantages).map(a -> (a - mean) * (a - mean)).sum();
    double deviation = Math.sqrt(squares / (advantages.length - 1));
    Arrays.setAll(advantages, i -> (advantages[i] - mean) / (deviation + 1e-8));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    random.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    random.restore(in);
  }
}
