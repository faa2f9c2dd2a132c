/** The commands that measure. */
package dev.libra.cli.bench;
