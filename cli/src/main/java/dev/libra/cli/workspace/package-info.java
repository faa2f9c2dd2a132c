/** Where this Libra lies and which it is. */
package dev.libra.cli.workspace;
