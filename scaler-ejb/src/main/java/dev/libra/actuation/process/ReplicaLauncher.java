package dev.libra.actuation.process;

import dev.libra.process.ProcessRecord;

/** Starts a replica's process; it doesn't wait until the replica is ready. */
interface ReplicaLauncher {

  /**
   * Called once before the first replica is started, when none runs: may take some ten seconds to
   * make all later starts quicker.
   */
  void prepare(ReplicaPlan training) throws InterruptedException;

  /** Starts the process and writes its record. */
  ProcessRecord launch(ReplicaPlan plan);

  /** Removes what a replica that has ended leaves behind, except its log. */
  void cleanUp(String replica);
}
