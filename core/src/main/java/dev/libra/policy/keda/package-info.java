/** KEDA on a request rate: the HPA's external metric, with a fallback when the metric is away. */
package dev.libra.policy.keda;
