/** Ctrl-C during long work. */
package dev.libra.cli.interrupt;
