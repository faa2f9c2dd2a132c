/** Scaling ahead of a forecast by triple exponential smoothing. */
package dev.libra.policy.holtwinters;
