package dev.libra.cli.bench.live;

import dev.libra.fleet.Check;
import dev.libra.simulator.comparison.TraceFile;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.twin.Demand;
import java.util.Arrays;

/**
 * What is played, live and in the twin.
 *
 * @param timeScale so many times as fast as recorded
 * @param rateScale what the rates are multiplied by
 * @param durationS the part from the begin that is played, in s of the replay
 */
record LiveLoad(TraceFile file, double timeScale, double rateScale, double durationS) {
  /** Single seconds of a recording are noise that a fleet need not be sized for. */
  private static final double PEAK_S = 10;

  private static final int HALVINGS = 40;

  LiveLoad {
    Check.between("--time-scale", timeScale, 1e-3, 1e4);
    Check.between("--rate-scale", rateScale, 1e-6, 1e6);
    Check.between("--duration in s", durationS, 10, 86_400);
  }

  /** The speed at which the whole trace takes this long. */
  static double wholeTrace(TraceFile file, double durationS) {
    return file.trace().durationS() / durationS;
  }

  /** The same with rates whose peak needs all replicas but one. */
  LiveLoad nearlyFull(Demand demand, int maxReplicas) {
    double peak = peak(trace());
    if (peak == 0) {
      throw new IllegalArgumentException(file.file() + " has no requests in what is played");
    }
    double highest = highestRate(demand, Math.max(1, maxReplicas - 1));
    return new LiveLoad(file, timeScale, rateScale * highest / peak, durationS);
  }

  /** The rates as they are sent. */
  Trace trace() {
    return file.trace().fasterBy(timeScale).window(0, durationS).scaledBy(rateScale);
  }

  /** Mean rate of the first seconds. */
  double initialRate() {
    return trace().window(0, PEAK_S).meanRate();
  }

  /** The highest mean over ten seconds, in requests/s. */
  static double peak(Trace trace) {
    double[] rates = trace.rates();
    int width = (int) Math.max(1, Math.min(rates.length, Math.round(PEAK_S / trace.stepS())));
    double sum = Arrays.stream(rates, 0, width).sum();
    double highest = sum;
    for (int i = width; i < rates.length; i++) {
      sum += rates[i] - rates[i - width];
      highest = Math.max(highest, sum);
    }
    return highest / width;
  }

  /** The highest rate that so many replicas sustain. */
  private static double highestRate(Demand demand, int replicas) {
    double low = 0;
    double high = demand.capacity() * replicas;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (demand.required(middle) <= replicas) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
