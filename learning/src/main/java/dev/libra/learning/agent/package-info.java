/** What PPO and DQN have in common. */
package dev.libra.learning.agent;
