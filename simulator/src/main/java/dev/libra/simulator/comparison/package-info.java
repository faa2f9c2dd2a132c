/** The fair comparison of policies: one protocol, one command, one report. */
package dev.libra.simulator.comparison;
