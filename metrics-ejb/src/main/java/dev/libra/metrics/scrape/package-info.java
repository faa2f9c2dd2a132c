/** Samples from the metrics pages of services that don't push. */
package dev.libra.metrics.scrape;
