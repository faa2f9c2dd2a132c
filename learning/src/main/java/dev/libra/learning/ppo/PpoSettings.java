package dev.libra.learning.ppo;

import dev.libra.fleet.Check;
import dev.libra.learning.agent.Agent;
import dev.libra.learning.agent.AgentContext;
import dev.libra.learning.agent.AgentSettings;
import dev.libra.learning.network.Activation;
import java.util.List;

/**
 * PPO's hyper-parameters.
 *
 * @param environments environments stepped together
 * @param rolloutSteps steps taken in each environment between two updates
 * @param batchSize samples per minibatch
 * @param epochs times that each rollout is learned from
 * @param discount γ: what a reward one step later is worth
 * @param gaeLambda λ of generalised advantage estimation: 0 trusts the value function, 1 the
 *     returns
 * @param learningRate Adam's step size at the start
 * @param annealLearningRate whether it falls linearly to 0 over the training
 * @param clipRange ε: how far the probability ratio may leave 1 before its gradient is cut
 * @param annealClipRange whether it falls linearly to 0 over the training
 * @param clipValues whether the value's change is clipped to ±clipRange as well
 * @param normalizeAdvantages whether advantages get mean 0 and deviation 1 in each minibatch
 * @param entropyCoefficient weight of the entropy bonus, which keeps the policy exploring
 * @param valueCoefficient weight of the value's squared error
 * @param maxGradientNorm global norm to which gradients are clipped
 * @param targetKl stops an update's epochs when the approximate KL divergence exceeds 1.5 times
 *     this; 0 never stops
 * @param adamEpsilon Adam's ε
 * @param hiddenUnits units of the hidden layers, of the actor and of the critic
 * @param activation of the hidden layers
 * @param normalizeObservations whether observations are brought to mean 0 and deviation 1
 * @param normalizeRewards whether rewards are divided by the deviation of the discounted return
 * @param frameStack how many of the last observations the agent sees together
 */
public record PpoSettings(
    int environments,
    int rolloutSteps,
    int batchSize,
    int epochs,
    double discount,
    double gaeLambda,
    double learningRate,
    boolean annealLearningRate,
    double clipRange,
    boolean annealClipRange,
    boolean clipValues,
    boolean normalizeAdvantages,
    double entropyCoefficient,
    double valueCoefficient,
    double maxGradientNorm,
    double targetKl,
    double adamEpsilon,
    List<Integer> hiddenUnits,
    Activation activation,
    boolean normalizeObservations,
    boolean normalizeRewards,
    int frameStack)
    implements AgentSettings {

  public PpoSettings {
    Check.between("environments", environments, 1, 10_000);
    Check.between("rolloutSteps", rolloutSteps, 1, 1_000_000);
    Check.between("batchSize", batchSize, 2, 1_000_000);
    Check.between("epochs", epochs, 1, 1000);
    Check.between("discount", discount, 0, 1);
    Check.between("gaeLambda", gaeLambda, 0, 1);
    Check.between("learningRate", learningRate, 1e-9, 10);
    Check.between("clipRange", clipRange, 1e-6, 10);
    Check.between("entropyCoefficient", entropyCoefficient, 0, 10);
    Check.between("valueCoefficient", valueCoefficient, 0, 100);
    Check.between("maxGradientNorm", maxGradientNorm, 1e-6, 1e9);
    Check.between("targetKl", targetKl, 0, 100);
    Check.between("adamEpsilon", adamEpsilon, 1e-12, 1);
    hiddenUnits = List.copyOf(hiddenUnits);
    hiddenUnits.forEach(units -> Check.between("hiddenUnits", units, 1, 10_000));
    Check.present("activation", activation);
    Check.between("frameStack", frameStack, 1, 100);
  }

  @Override
  public String algorithm() {
    return "ppo";
  }

  @Override
  public Agent agent(AgentContext context) {
    return new PpoAgent(this, context);
  }
}
