package dev.libra.decision;

/** Bounds a policy's wish; it never makes one of its own. */
public interface Guardrail {

  /** The verdict on wishing for {@code wished} replicas. */
  Verdict check(Situation situation, int wished);
}
