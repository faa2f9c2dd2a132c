/** A rule that takes over where a learned policy can't be trusted. */
package dev.libra.policy.fallback;
