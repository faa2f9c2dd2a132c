/** Provisioning for the highest rate that this time of day has seen. */
package dev.libra.policy.seasonal;
