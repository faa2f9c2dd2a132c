/** Running statistics that bring observations and rewards to one scale. */
package dev.libra.learning.normalization;
