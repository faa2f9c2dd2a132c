package dev.libra.simulator.calibration;

import dev.libra.fleet.Check;
import java.util.Comparator;
import java.util.List;

/**
 * What a warm replica took at a steady load.
 *
 * @param rate requests/s that it answered
 * @param cpu as a fraction of the limit
 */
public record LoadedReplica(double rate, double cpu) {
  public LoadedReplica {
    Check.between("rate", rate, 0.001, 1e6);
    Check.between("cpu", cpu, 0, 100);
  }

  /**
   * The measurement with the median CPU per request, of an even number the dearer of the two in the
   * middle: what a request takes on a shared machine drifts by a fifth within minutes.
   */
  public static LoadedReplica median(List<LoadedReplica> measured) {
    if (measured.isEmpty()) {
      throw new IllegalArgumentException("no measurement of a loaded replica");
    }
    return measured.stream()
        .sorted(Comparator.comparingDouble(LoadedReplica::cpuPerRequest))
        .toList()
        .get(measured.size() / 2);
  }

  private double cpuPerRequest() {
    return cpu / rate;
  }
}
