package dev.libra.learning.dqn;

/** ε, the probability of a random action, falling linearly over the first part of a training. */
final class Exploration {
  private final double initial;
  private final double last;
  private final double steps;

  Exploration(DqnSettings settings, long totalSteps) {
    this.initial = settings.initialExploration();
    this.last = settings.finalExploration();
    this.steps = settings.explorationFraction() * totalSteps;
  }

  double at(long step) {
    return step >= steps ? last : initial + (last - initial) * step / steps;
  }
}
