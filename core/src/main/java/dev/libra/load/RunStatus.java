package dev.libra.load;

import dev.libra.fleet.Check;
import java.time.Instant;

/**
 * How a run is getting on.
 *
 * @param service null for the mix of all
 * @param durationS 0 = until it is stopped
 * @param intendedRps requests/s that should be sent now
 * @param achievedRps requests/s that were sent in the last second
 * @param failedShare failed share of all answers so far
 */
public record RunStatus(
    String id,
    String scenario,
    String service,
    State state,
    Instant startedAt,
    double elapsedS,
    double durationS,
    double intendedRps,
    double achievedRps,
    double failedShare,
    double p50Ms,
    double p95Ms,
    double p99Ms) {

  /** Where a run stands. */
  public enum State {
    RUNNING,
    FINISHED,
    STOPPED,
    FAILED
  }

  public RunStatus {
    Check.text("id", id);
    Check.name("scenario", scenario);
    Check.present("state", state);
    Check.present("startedAt", startedAt);
    Check.between("failedShare", failedShare, 0, 1);
  }
}
