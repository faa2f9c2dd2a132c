/** {@code ./libra compare}. */
package dev.libra.cli.compare;
