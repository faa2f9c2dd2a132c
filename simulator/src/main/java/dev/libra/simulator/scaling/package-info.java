/** Scaling one service as a reinforcement-learning environment, on the twin. */
package dev.libra.simulator.scaling;
