/** Who wishes for how many replicas, and why. */
package dev.libra.policy;
