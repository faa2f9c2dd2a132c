/** Wires the metrics into the container: configuration, beans and timers, and nothing else. */
package dev.libra.metrics.ejb;
