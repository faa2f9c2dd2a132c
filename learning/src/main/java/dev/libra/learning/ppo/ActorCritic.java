package dev.libra.learning.ppo;

import dev.libra.learning.agent.Masks;
import dev.libra.learning.network.DenseNetwork;
import dev.libra.learning.network.DensePass;
import dev.libra.learning.network.DivergedException;
import dev.libra.learning.network.NetworkSpec;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The policy and the value function, on one network. */
final class ActorCritic {
  private final DenseNetwork network;
  private final int actions;

  ActorCritic(DenseNetwork network, int actions) {
    this.network = network;
    this.actions = actions;
  }

  /** Samples an action in each state; one row per state. */
  Decisions decide(float[] rows, boolean[][] masks, RandomGenerator random) {
    int n = masks.length;
    DensePass pass = network.pass(n).forward(rows);
    double[] logits = pass.output(NetworkSpec.LOGITS);
    int[] chosen = new int[n];
    double[] logProbabilities = new double[n];
    for (int i = 0; i < n; i++) {
      MaskedCategorical policy = new MaskedCategorical(logits, i * actions, masks[i]);
      chosen[i] = policy.sample(random);
      logProbabilities[i] = policy.logProbability(chosen[i]);
    }
    return new Decisions(chosen, masks, logProbabilities, pass.output(NetworkSpec.VALUE));
  }

  /** The most probable action in each state. */
  int[] best(float[] rows, boolean[][] masks) {
    double[] logits = network.pass(masks.length).forward(rows).output(NetworkSpec.LOGITS);
    int[] best = new int[masks.length];
    for (int i = 0; i < best.length; i++) {
      best[i] = Masks.argmax(logits, i * actions, masks[i]);
    }
    return best;
  }

  /** The critic's value of several states. */
  double[] values(float[] rows, int states) {
    return network.pass(states).forward(rows).output(NetworkSpec.VALUE);
  }

  /** The loss on a minibatch, its gradient left in the network. */
  PpoLossResult backward(Minibatch batch, PpoLoss loss) {
    DensePass pass = network.pass(batch.size()).forward(batch.observations());
    PpoLossResult result =
        loss.evaluate(batch, pass.output(NetworkSpec.LOGITS), pass.output(NetworkSpec.VALUE));
    DivergedException.check("PPO's loss", result.total());
    pass.backward(
        Map.of(
            NetworkSpec.LOGITS, result.logitGradient(),
            NetworkSpec.VALUE, result.valueGradient()));
    return result;
  }
}
