/**
 * Tells Libra's control that this replica exists and how it is doing. Put the jar into any
 * MicroProfile service; without {@code libra.control.url} it does nothing.
 */
package dev.libra.exporter;
