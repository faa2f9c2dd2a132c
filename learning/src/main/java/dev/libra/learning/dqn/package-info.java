/**
 * Deep Q-networks: Mnih et al., "Human-level control through deep reinforcement learning", 2015,
 * with the parts of Rainbow (<a href="https://arxiv.org/abs/1710.02298">arXiv:1710.02298</a>) that
 * can be switched on: double, dueling, n-step, prioritised replay.
 */
package dev.libra.learning.dqn;
