package dev.libra.actuation.process;

import dev.libra.fleet.Check;
import dev.libra.process.Ports;
import java.time.Duration;

/**
 * How the process actuator works.
 *
 * @param ports where replicas may listen
 * @param startTimeout a replica that is not ready by then is stopped and tried again
 * @param drainTimeout a draining replica is stopped then, whatever is in flight
 * @param stopTimeout from SIGTERM to SIGKILL
 * @param heartbeatTimeout a replica that is silent for longer is replaced
 * @param parallelStarts replicas of all services that may start at once
 * @param interval time between two looks at the processes
 */
public record ActuatorSettings(
    Ports ports,
    Duration startTimeout,
    Duration drainTimeout,
    Duration stopTimeout,
    Duration heartbeatTimeout,
    int parallelStarts,
    Duration interval) {

  public ActuatorSettings {
    Check.present("ports", ports);
    positive("startTimeout", startTimeout);
    positive("drainTimeout", drainTimeout);
    positive("stopTimeout", stopTimeout);
    positive("heartbeatTimeout", heartbeatTimeout);
    Check.between("parallelStarts", parallelStarts, 1, 100);
    positive("interval", interval);
  }

  private static void positive(String what, Duration value) {
    Check.between(what + " in ms", Check.present(what, value).toMillis(), 1, 86_400_000);
  }
}
