/** Policies on live replicas, one after the other under the same load. */
package dev.libra.cli.bench.live;
