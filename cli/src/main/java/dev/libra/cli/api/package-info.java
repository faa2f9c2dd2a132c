/** The HTTP of an installation's processes. */
package dev.libra.cli.api;
