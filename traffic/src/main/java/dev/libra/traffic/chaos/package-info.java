/** Disturbs this installation on purpose, at set times, and undoes it. */
package dev.libra.traffic.chaos;
