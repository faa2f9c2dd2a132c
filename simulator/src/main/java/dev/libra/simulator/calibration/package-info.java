/** From measurements of the live system to the twin's parameters. */
package dev.libra.simulator.calibration;
