package dev.libra.policy.hpa;

import dev.libra.fleet.ReplicaState;
import dev.libra.metrics.ReplicaSample;
import dev.libra.metrics.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The replicas sorted as the HPA sorts pods ({@code groupPods}): those whose CPU counts, those not
 * ready, those without a metric; draining ones are left out.
 *
 * @param readyCpu CPU of each replica that counts
 */
record ReplicaGroups(List<Double> readyCpu, int unready, int missing) {

  static ReplicaGroups of(Sample sample, CpuWindow window, HpaSettings settings, Instant now) {
    List<Double> readyCpu = new ArrayList<>();
    int unready = 0;
    int missing = 0;
    for (ReplicaSample replica : sample.replicas()) {
      OptionalDouble cpu = window.mean(replica.replica());
      if (replica.state() == ReplicaState.DRAINING) {
        continue;
      }
      if (cpu.isEmpty()) {
        if (replica.heardAt() == null) {
          unready++; // still pending: it never spoke
        } else {
          missing++;
        }
      } else if (isUnready(replica, window, settings, now)) {
        unready++;
      } else {
        readyCpu.add(cpu.getAsDouble());
      }
    }
    return new ReplicaGroups(List.copyOf(readyCpu), unready, missing);
  }

  private static boolean isUnready(
      ReplicaSample replica, CpuWindow window, HpaSettings settings, Instant now) {
    if (replica.readySince() == null) {
      return true;
    }
    if (now.isBefore(replica.startedAt().plus(settings.cpuInitialization()))) {
      Instant measured = window.lastAt(replica.replica());
      return !replica.ready()
          || measured.isBefore(replica.readySince().plus(settings.metricWindow()));
    }
    Instant deadline = replica.startedAt().plus(settings.initialReadiness());
    return !replica.ready() && deadline.isAfter(replica.readySince());
  }
}
