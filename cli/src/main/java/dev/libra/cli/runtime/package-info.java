/** The Open Liberty that all servers run on. */
package dev.libra.cli.runtime;
