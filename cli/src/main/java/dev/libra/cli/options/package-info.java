/** Checks of what options may be, for all commands. */
package dev.libra.cli.options;
