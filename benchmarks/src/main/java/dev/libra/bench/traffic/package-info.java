/** The traffic engine against wrk, on the same target. */
package dev.libra.bench.traffic;
