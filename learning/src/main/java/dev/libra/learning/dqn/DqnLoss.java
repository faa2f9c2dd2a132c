package dev.libra.learning.dqn;

import dev.libra.learning.agent.Masks;

/**
 * DQN's loss: the mean over a batch of w·H(Q(s, a) − y), with y = r + γⁿ·Q⁻(s′, a*) held constant
 * and Huber's H(δ) = δ² ÷ 2 up to |δ| = 1, |δ| − ½ beyond.
 *
 * @param loss on the batch
 * @param gradient of it by each value, [batch × actions]
 * @param errors Q(s, a) − y
 */
record DqnLoss(double loss, double[] gradient, double[] errors) {

  /**
   * The targets y.
   *
   * @param choosing values of the states reached by which a* is chosen, among the allowed actions:
   *     the online network's for double DQN, else the target network's
   * @param valuing the target network's values of the same states
   */
  static double[] targets(ReplayBatch batch, double[] choosing, double[] valuing) {
    int actions = choosing.length / batch.size();
    double[] targets = new double[batch.size()];
    for (int i = 0; i < targets.length; i++) {
      int best = Masks.argmax(choosing, i * actions, batch.nextMasks()[i]);
      targets[i] = batch.rewards()[i] + batch.discounts()[i] * valuing[i * actions + best];
    }
    return targets;
  }

  /**
   * Evaluates a batch.
   *
   * @param values of the states acted in, [batch × actions]
   * @param chosen actions
   * @param weights of each transition
   */
  static DqnLoss evaluate(double[] values, int[] chosen, double[] targets, double[] weights) {
    int batch = chosen.length;
    int actions = values.length / batch;
    double[] gradient = new double[values.length];
    double[] errors = new double[batch];
    double sum = 0;
    for (int i = 0; i < batch; i++) {
      int at = i * actions + chosen[i];
      double error = values[at] - targets[i];
      double size = Math.abs(error);
      sum += weights[i] * (size <= 1 ? error * error / 2 : size - 0.5);
      gradient[at] = weights[i] * Math.max(-1, Math.min(1, error)) / batch;
      errors[i] = error;
    }
    return new DqnLoss(sum / batch, gradient, errors);
  }
}
