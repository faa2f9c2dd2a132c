/** Request rates over time: read from files or generated. */
package dev.libra.simulator.trace;
