/** {@code ./libra replay}. */
package dev.libra.cli.replay;
