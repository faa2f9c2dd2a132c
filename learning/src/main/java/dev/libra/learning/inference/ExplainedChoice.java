package dev.libra.learning.inference;

/**
 * A choice and what led to it.
 *
 * @param reasons what each value of the observation adds to the lead of the chosen action over the
 *     next best one, in logits or in Q-values, beside the value's mean in training: its distance
 *     from that times the lead's slope (gradient × input, Shrikumar et al. 2016, arXiv 1605.01713);
 *     0 for all where only one action is allowed
 */
public record ExplainedChoice(Choice choice, double[] reasons) {}
