/** The gateway: settings, wiring, health and metrics of the data path. */
package dev.libra.gateway;
