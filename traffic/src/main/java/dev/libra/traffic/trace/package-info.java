/** Recorded workloads. */
package dev.libra.traffic.trace;
