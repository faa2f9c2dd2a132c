/** The commands behind {@code ./libra bench}. */
package dev.libra.cli.bench;
