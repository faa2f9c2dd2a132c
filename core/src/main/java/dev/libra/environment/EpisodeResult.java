package dev.libra.environment;

/**
 * An episode that ended.
 *
 * @param totalReward undiscounted sum of its rewards (its "return")
 * @param length its steps
 */
public record EpisodeResult(double totalReward, int length) {}
