package dev.libra.simulator.clairvoyant;

import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.twin.ServiceModel;
import dev.libra.simulator.twin.TwinParameters;
import org.apache.commons.math3.distribution.NormalDistribution;

/** How many of a window's requests have to be slow when there is so much capacity. */
final class FluidLoad {
  static final double WINDOW_S = 2;
  private static final int POINTS = 1000;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private final double[] arrivals;

  /** Seconds of a place per arrived request that its quickest i ÷ POINTS need. */
  private final double[] work = new double[POINTS + 1];

  private final double possible;

  FluidLoad(ServiceSpec service, TwinParameters parameters, Trace trace) {
    ServiceModel model = parameters.service();
    double median = Math.max(1, service.serviceTimeMs()) * model.scale() / 1000;
    double overhead = model.overheadMs() / 1000;
    double sigma = model.sigma();
    double mean = median * Math.exp(sigma * sigma / 2);
    for (int i = 0; i <= POINTS; i++) {
      double share = (double) i / POINTS;
      work[i] = overhead * share + mean * quickest(share, sigma);
    }
    double allowed = (service.sloMs() - model.gatewayMs()) / 1000 - overhead;
    this.possible = within(allowed, median, sigma);
    this.arrivals = arrivals(trace);
  }

  int windows() {
    return arrivals.length;
  }

  double total() {
    double sum = 0;
    for (double window : arrivals) {
      sum += window;
    }
    return sum;
  }

  /** Seconds of places that all requests of a window need. */
  double work(int window) {
    return arrivals[window] * work[POINTS];
  }

  /**
   * The fewest slow requests of a window.
   *
   * @param capacity seconds of places
   */
  double slow(int window, double capacity) {
    double each = arrivals[window] == 0 ? 1 : capacity / arrivals[window];
    // Rounded up to the next point: never more slow ones than there have to be.
    double quick = Math.min(possible, (double) shareWithin(each) / POINTS);
    return arrivals[window] * (1 - quick);
  }

  private int shareWithin(double each) {
    if (each >= work[POINTS]) {
      return POINTS;
    }
    int low = 0;
    int high = POINTS;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (work[middle] >= each) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The part of the whole that the quickest share of log-normal times adds up to. */
  private static double quickest(double share, double sigma) {
    if (share == 0 || share == 1) {
      return share;
    }
    return NORMAL.cumulativeProbability(NORMAL.inverseCumulativeProbability(share) - sigma);
  }

  private static double within(double seconds, double median, double sigma) {
    if (seconds <= 0 || sigma == 0) {
      return seconds >= median ? 1 : 0;
    }
    return NORMAL.cumulativeProbability(Math.log(seconds / median) / sigma);
  }

  private static double[] arrivals(Trace trace) {
    double[] cumulated = new double[trace.steps() + 1];
    double[] rates = trace.rates();
    for (int i = 0; i < rates.length; i++) {
      cumulated[i + 1] = cumulated[i] + rates[i] * trace.stepS();
    }
    double[] windows = new double[(int) Math.max(1, Math.floor(trace.durationS() / WINDOW_S))];
    for (int i = 0; i < windows.length; i++) {
      windows[i] =
          at(cumulated, rates, trace.stepS(), (i + 1) * WINDOW_S)
              - at(cumulated, rates, trace.stepS(), i * WINDOW_S);
    }
    return windows;
  }

  private static double at(double[] cumulated, double[] rates, double stepS, double seconds) {
    int step = (int) Math.min(rates.length, Math.floor(seconds / stepS));
    double rest = step < rates.length ? (seconds - step * stepS) * rates[step] : 0;
    return cumulated[step] + rest;
  }
}
