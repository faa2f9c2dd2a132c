/** Trained agents as policies of the control loop. */
package dev.libra.learning.policy;
