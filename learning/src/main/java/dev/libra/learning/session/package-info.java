/** A training from its first step to its files: progress, checkpoints, artifact. */
package dev.libra.learning.session;
