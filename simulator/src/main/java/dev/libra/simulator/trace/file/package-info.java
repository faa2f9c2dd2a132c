/** Traces out of files. */
package dev.libra.simulator.trace.file;
