/** Samples from what gateways and replicas push. */
package dev.libra.metrics.push;
