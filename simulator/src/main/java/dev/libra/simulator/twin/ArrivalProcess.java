package dev.libra.simulator.twin;

import dev.libra.environment.SeededRandom;
import dev.libra.simulator.trace.Trace;

/**
 * Arrival times of a non-homogeneous Poisson process whose rate is constant within each step of a
 * trace: unit-exponential gaps in the cumulated rate (Çinlar 1975, "Introduction to Stochastic
 * Processes", time change).
 */
final class ArrivalProcess {
  private static final QuantileTable EXPONENTIAL = QuantileTable.exponential();

  private final double[] rates;
  private final double stepS;
  private final SeededRandom random;
  private double now;
  private int step;

  ArrivalProcess(Trace trace, SeededRandom random) {
    this.rates = trace.rates();
    this.stepS = trace.stepS();
    this.random = random;
  }

  /** The next arrival in µs, {@link EventHeap#NEVER} after the last. */
  long next() {
    double need = EXPONENTIAL.draw(random.nextLong());
    while (step < rates.length) {
      double rate = rates[step];
      double until = now + need / rate;
      double end = (step + 1) * stepS;
      if (until < end) {
        now = until;
        return (long) (now * 1e6);
      }
      need -= (end - now) * rate;
      now = end;
      step++;
    }
    return EventHeap.NEVER;
  }
}
