/** Benchmarks. */
package dev.libra.cli.bench;
