/** The Kubernetes Horizontal Pod Autoscaler, rule by rule. */
package dev.libra.policy.hpa;
