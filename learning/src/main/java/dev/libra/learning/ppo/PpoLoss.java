package dev.libra.learning.ppo;

/**
 * PPO's loss, and its gradient by logits and values:
 *
 * <pre>
 * mean( −min(r·A, clip(r, 1 ± ε)·A) ) + c_v · mean( (V − R)² ) − c_e · mean( H )
 * </pre>
 *
 * <p>where r = π(a) ÷ π_old(a). With clipped values the squared error is the greater of that of V
 * and that of V_old + clip(V − V_old, ±ε).
 */
final class PpoLoss {
  private final double clip;
  private final boolean clipValues;
  private final double entropyCoefficient;
  private final double valueCoefficient;

  PpoLoss(double clip, PpoSettings settings) {
    this.clip = clip;
    this.clipValues = settings.clipValues();
    this.entropyCoefficient = settings.entropyCoefficient();
    this.valueCoefficient = settings.valueCoefficient();
  }

  /**
   * Evaluates a minibatch.
   *
   * @param logits [batch × actions], row after row
   * @param values [batch]
   */
  PpoLossResult evaluate(Minibatch batch, double[] logits, double[] values) {
    PpoLossResult result =
        new PpoLossResult(batch.size(), logits.length, valueCoefficient, entropyCoefficient);
    for (int i = 0; i < batch.size(); i++) {
      policy(batch, i, logits, result);
      value(batch, i, values[i], result);
    }
    return result;
  }

  private void policy(Minibatch batch, int i, double[] logits, PpoLossResult result) {
    int actions = batch.masks()[i].length;
    int from = i * actions;
    int action = batch.actions()[i];
    double advantage = batch.advantages()[i];
    MaskedCategorical distribution = new MaskedCategorical(logits, from, batch.masks()[i]);
    double logRatio = distribution.logProbability(action) - batch.logProbabilities()[i];
    double ratio = Math.exp(logRatio);
    double clipped = Math.max(1 - clip, Math.min(1 + clip, ratio));
    boolean cut = clipped * advantage < ratio * advantage;
    double[] gradient = result.logitGradient();
    if (!cut) {
      distribution.addLogProbabilityGradient(
          action, -ratio * advantage / batch.size(), gradient, from);
    }
    distribution.addEntropyGradient(-entropyCoefficient / batch.size(), gradient, from);
    result.addPolicy(
        -Math.min(ratio * advantage, clipped * advantage),
        distribution.entropy(),
        ratio - 1 - logRatio,
        Math.abs(ratio - 1) > clip);
  }

  private void value(Minibatch batch, int i, double value, PpoLossResult result) {
    double target = batch.returns()[i];
    double old = batch.values()[i];
    double error = value - target;
    double slope = 2 * error;
    double loss = error * error;
    if (clipValues) {
      double near = old + Math.max(-clip, Math.min(clip, value - old)) - target;
      if (near * near > loss) {
        loss = near * near;
        slope = Math.abs(value - old) < clip ? 2 * near : 0;
      }
    }
    result.valueGradient()[i] = valueCoefficient * slope / batch.size();
    result.addValue(loss);
  }
}
