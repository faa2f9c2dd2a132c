/** Proves the agents on known problems: many seeds, long trainings. */
package dev.libra.learning.bench;
