/** Load and bad input for measuring and testing servers. */
package dev.libra.bench.load;
