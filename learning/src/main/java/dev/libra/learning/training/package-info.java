/** Trains agents: presets, progress, checkpoints, evaluation. */
package dev.libra.learning.training;
