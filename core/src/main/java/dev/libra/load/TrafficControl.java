package dev.libra.load;

import java.util.List;

/**
 * Starts and stops traffic.
 *
 * <p>Every call throws {@link TrafficUnavailableException} when the traffic process can't be
 * reached.
 */
public interface TrafficControl {

  List<ScenarioInfo> scenarios();

  /** Newest first. */
  List<RunStatus> runs();

  /**
   * @throws IllegalArgumentException for an unknown scenario or a request that is not allowed
   */
  RunStatus start(RunRequest request);

  /** Stops the run; one that has ended stays as it is. */
  void stop(String runId);
}
