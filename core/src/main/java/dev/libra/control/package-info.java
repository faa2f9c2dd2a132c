/** The control loop: from a sample to a decision to the actuator, once per tick. */
package dev.libra.control;
