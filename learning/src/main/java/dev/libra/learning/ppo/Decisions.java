package dev.libra.learning.ppo;

/**
 * What the policy did in each environment.
 *
 * @param values that the critic gave
 */
record Decisions(int[] actions, boolean[][] masks, double[] logProbabilities, double[] values) {}
