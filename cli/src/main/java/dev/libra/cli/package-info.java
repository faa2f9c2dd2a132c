/** The commands behind {@code ./libra}. */
package dev.libra.cli;
