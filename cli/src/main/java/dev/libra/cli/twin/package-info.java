/** Measuring the live system for the twin, and the twin against it. */
package dev.libra.cli.twin;
