/** {@code ./libra bench}. */
package dev.libra.cli.bench;
