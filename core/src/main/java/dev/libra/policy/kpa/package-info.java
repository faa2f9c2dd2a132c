/** Knative's pod autoscaler. */
package dev.libra.policy.kpa;
