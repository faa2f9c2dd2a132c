/** Reinforcement-learning environments after Gymnasium's contract. */
package dev.libra.environment;
