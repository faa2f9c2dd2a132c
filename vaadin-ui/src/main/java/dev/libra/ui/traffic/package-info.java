/** The traffic process over HTTP. */
package dev.libra.ui.traffic;
