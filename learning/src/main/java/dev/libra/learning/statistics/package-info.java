/** Statistics over the few seeds that a benchmark can afford. */
package dev.libra.learning.statistics;
