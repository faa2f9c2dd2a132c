package dev.libra.simulator.scaling;

import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.twin.Demand;
import dev.libra.simulator.twin.MeteringModel;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a trace is going to bring, for a critic: of each of eight stretches ahead, each twice as
 * long as the one before, how many replicas its windows need on average, how many of those are
 * missing if as many as now are wanted, and how many requests come while some are missing.
 */
final class ComingLoad {
  private static final int STRETCHES = 8;

  /** How far it looks, in s. */
  static final int AHEAD_S = (int) MeteringModel.TICK_S * ((1 << STRETCHES) - 1);

  /** How many numbers it comes to. */
  static final int SIZE = 3 * STRETCHES;

  private static final double MOST_REQUESTS = 5;

  private final int[] required;
  private final double[] weights;
  private final double maxReplicas;

  private ComingLoad(int[] required, double[] weights, int maxReplicas) {
    this.required = required;
    this.weights = weights;
    this.maxReplicas = maxReplicas;
  }

  static ComingLoad of(Trace trace, Demand demand, int maxReplicas) {
    int windows = (int) Math.ceil(trace.durationS() / MeteringModel.TICK_S);
    double[] rates =
        IntStream.range(0, windows).mapToDouble(i -> trace.at(i * MeteringModel.TICK_S)).toArray();
    double mean = Math.max(1e-9, trace.meanRate());
    return new ComingLoad(
        IntStream.range(0, windows).map(i -> demand.required(rates[i])).toArray(),
        IntStream.range(0, windows)
            .mapToDouble(i -> Math.min(MOST_REQUESTS, rates[i] / mean))
            .toArray(),
        maxReplicas);
  }

  /**
   * The replicas that suffice in all windows of the trace but a share.
   *
   * @param share from 0 to 1
   */
  int requiredInAllBut(double share) {
    int[] sorted = Arrays.stream(required).sorted().toArray();
    return sorted[(int) ((1 - share) * (sorted.length - 1))];
  }

  /**
   * The stretches that follow a moment; beyond the trace's end its last window goes on.
   *
   * @param seconds after the trace's start
   * @param wanted replicas
   */
  double[] from(double seconds, int wanted) {
    double[] values = new double[SIZE];
    int window = (int) (seconds / MeteringModel.TICK_S);
    for (int stretch = 0; stretch < STRETCHES; stretch++) {
      int length = 1 << stretch;
      for (int i = 0; i < length; i++) {
        int at = Math.min(window + i, required.length - 1);
        int missing = Math.max(0, required[at] - wanted);
        values[3 * stretch] += required[at] / maxReplicas / length;
        values[3 * stretch + 1] += missing / maxReplicas / length;
        values[3 * stretch + 2] += missing > 0 ? weights[at] / length : 0;
      }
      window += length;
    }
    return values;
  }
}
