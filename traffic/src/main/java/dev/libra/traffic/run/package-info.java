/** Runs of a curve from start to result, here and over HTTP. */
package dev.libra.traffic.run;
