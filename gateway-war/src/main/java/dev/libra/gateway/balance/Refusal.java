package dev.libra.gateway.balance;

/** Why a request found no place. */
public enum Refusal {
  /** As many requests wait already as may. */
  QUEUE_FULL,
  /** No place came free in time. */
  WAITED_TOO_LONG,
  /** It would have to wait for longer than is allowed while replicas are at work. */
  OVERLOADED
}
