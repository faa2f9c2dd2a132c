/** Reinforcement learning on Deeplearning4j. */
package dev.libra.learning;
