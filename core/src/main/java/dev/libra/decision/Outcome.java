package dev.libra.decision;

import dev.libra.fleet.Check;
import java.time.Instant;

/**
 * What came of a change.
 *
 * @param settledAt when as many replicas were ready as wanted, and none was starting or draining
 * @param p95Ms the P95 of the tick in which it settled
 */
public record Outcome(Instant settledAt, double p95Ms) {

  public Outcome {
    Check.present("settledAt", settledAt);
    Check.notNegative("p95Ms", p95Ms);
  }
}
