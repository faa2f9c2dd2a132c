package dev.libra.learning.dqn;

import dev.libra.fleet.Check;
import dev.libra.learning.agent.Agent;
import dev.libra.learning.agent.AgentContext;
import dev.libra.learning.agent.AgentSettings;
import java.util.List;

/**
 * DQN's hyper-parameters.
 *
 * @param environments environments stepped together
 * @param learningRate Adam's step size at the start
 * @param annealLearningRate whether it falls linearly to 0 over the training
 * @param batchSize transitions per gradient step
 * @param bufferSize transitions that are kept for replay
 * @param learningStarts steps of random actions before anything is learned
 * @param discount γ: what a reward one step later is worth
 * @param targetInterval steps between two copies of the network to the target network
 * @param trainFrequency steps between two rounds of learning
 * @param gradientSteps gradient steps per round; −1 takes as many as environment steps
 * @param explorationFraction share of the training over which exploration falls linearly
 * @param initialExploration ε at the start: probability of a random action
 * @param finalExploration ε after that
 * @param maxGradientNorm global norm to which gradients are clipped
 * @param adamEpsilon Adam's ε
 * @param hiddenUnits units of the hidden layers
 * @param doubleDqn whether the online network chooses the action that the target network values
 *     (van Hasselt et al., arXiv:1509.06461)
 * @param dueling whether state value and advantages are separate outputs (Wang et al.,
 *     arXiv:1511.06581)
 * @param nStep rewards that are summed before bootstrapping
 * @param prioritized whether transitions with a greater error are replayed more often (Schaul et
 *     al., arXiv:1511.05952)
 * @param priorityExponent α: 0 replays all alike, 1 in proportion to the error
 * @param importanceExponent β at the start, rising linearly to 1: how far importance sampling makes
 *     up for that
 * @param normalizeObservations whether observations are brought to mean 0 and deviation 1
 * @param normalizeRewards whether rewards are divided by the deviation of the discounted return
 * @param frameStack how many of the last observations the agent sees together
 */
public record DqnSettings(
    int environments,
    double learningRate,
    boolean annealLearningRate,
    int batchSize,
    int bufferSize,
    int learningStarts,
    double discount,
    int targetInterval,
    int trainFrequency,
    int gradientSteps,
    double explorationFraction,
    double initialExploration,
    double finalExploration,
    double maxGradientNorm,
    double adamEpsilon,
    List<Integer> hiddenUnits,
    boolean doubleDqn,
    boolean dueling,
    int nStep,
    boolean prioritized,
    double priorityExponent,
    double importanceExponent,
    boolean normalizeObservations,
    boolean normalizeRewards,
    int frameStack)
    implements AgentSettings {

  public DqnSettings {
    Check.between("environments", environments, 1, 10_000);
    Check.between("learningRate", learningRate, 1e-9, 10);
    Check.between("batchSize", batchSize, 1, 1_000_000);
    Check.between("bufferSize", bufferSize, batchSize, 100_000_000);
    Check.between("learningStarts", learningStarts, 0, 1_000_000_000);
    Check.between("discount", discount, 0, 1);
    Check.between("targetInterval", targetInterval, 1, 1_000_000_000);
    Check.between("trainFrequency", trainFrequency, 1, 1_000_000);
    Check.between("gradientSteps", gradientSteps, -1, 1_000_000);
    Check.between("explorationFraction", explorationFraction, 0, 1);
    Check.between("initialExploration", initialExploration, 0, 1);
    Check.between("finalExploration", finalExploration, 0, initialExploration);
    Check.between("maxGradientNorm", maxGradientNorm, 1e-6, 1e9);
    Check.between("adamEpsilon", adamEpsilon, 1e-12, 1);
    hiddenUnits = List.copyOf(hiddenUnits);
    hiddenUnits.forEach(units -> Check.between("hiddenUnits", units, 1, 10_000));
    Check.between("nStep", nStep, 1, 1000);
    Check.between("priorityExponent", priorityExponent, 0, 1);
    Check.between("importanceExponent", importanceExponent, 0, 1);
    Check.between("frameStack", frameStack, 1, 100);
    if (gradientSteps == 0) {
      throw new IllegalArgumentException("gradientSteps must be positive or −1, was: 0");
    }
  }

  @Override
  public String algorithm() {
    return "dqn";
  }

  @Override
  public Agent agent(AgentContext context) {
    return new DqnAgent(this, context);
  }
}
