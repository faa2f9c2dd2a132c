/** HTTP of control, on core's ports. */
package dev.libra.api;
