/** Replicas as Open Liberty processes on this machine. */
package dev.libra.actuation.process;
