/** What was measured: samples, where they come from and where they are kept. */
package dev.libra.metrics;
