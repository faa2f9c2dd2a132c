package dev.libra.learning.decomposition;

/**
 * What came of a moment.
 *
 * @param observation as the agent saw it
 * @param means of each component of the reward from then on, the sooner the heavier
 */
record Outcome(double[] observation, double[] means) {}
