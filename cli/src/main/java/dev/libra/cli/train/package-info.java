/** The command that trains policies. */
package dev.libra.cli.train;
