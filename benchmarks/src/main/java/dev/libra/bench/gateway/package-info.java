/** Measures the gateway beside others. */
package dev.libra.bench.gateway;
