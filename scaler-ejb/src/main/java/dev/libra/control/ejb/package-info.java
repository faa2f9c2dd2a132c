/** Wires the control loop into the container: configuration, beans and timers, and nothing else. */
package dev.libra.control.ejb;
