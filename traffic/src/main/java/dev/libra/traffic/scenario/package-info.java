/** The named traffic shapes. */
package dev.libra.traffic.scenario;
