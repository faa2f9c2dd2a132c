/** Tuning: every rule's parameters searched with the same budget. */
package dev.libra.simulator.tuning;
