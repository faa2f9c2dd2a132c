/** Learned policies at the moment of a decision: plain Java, thread-safe, quick. */
package dev.libra.learning.inference;
