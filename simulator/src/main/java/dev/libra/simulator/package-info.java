/** The digital twin of the live system and what is built on it. */
package dev.libra.simulator;
