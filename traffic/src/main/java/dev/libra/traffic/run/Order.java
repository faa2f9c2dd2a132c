package dev.libra.traffic.run;

import dev.libra.load.RunRequest;
import dev.libra.traffic.chaos.ChaosPlan;

/**
 * What to run, where, and what is to go wrong meanwhile.
 *
 * @param seed of send times, calls and whatever the scenario draws
 * @param target one of the configured ones, or null for the usual one
 */
public record Order(RunRequest request, long seed, String target, ChaosPlan chaos) {}
