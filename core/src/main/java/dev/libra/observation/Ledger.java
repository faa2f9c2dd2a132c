package dev.libra.observation;

import java.time.Duration;

/** What rules would have paid, and how often they would have been late. Not thread-safe. */
final class Ledger {
  private final double memoryS;
  private final double[] late;
  private final double[] paid;
  private double weights;
  private double required;

  /**
   * @param rules how many
   * @param memory after so long what happened counts for a third
   */
  Ledger(int rules, Duration memory) {
    this.memoryS = memory.toMillis() / 1000.0;
    this.late = new double[rules];
    this.paid = new double[rules];
  }

  /** Adds how the fleets fared for some seconds. */
  void add(PaperFleets fleets, double passedS) {
    double kept = Math.exp(-passedS / memoryS);
    double fresh = 1 - kept;
    double[] lateNow = fleets.late();
    double[] paidNow = fleets.paid();
    for (int rule = 0; rule < late.length; rule++) {
      late[rule] = kept * late[rule] + fresh * lateNow[rule];
      paid[rule] = kept * paid[rule] + fresh * paidNow[rule];
    }
    weights = kept * weights + fresh;
    required = kept * required + fresh * fleets.required();
  }

  /**
   * What the rules say.
   *
   * @param wanted what each rule wants now
   * @param desired replicas that are wanted in fact
   * @param price of being late all the time, in what as many replicas cost as the load required
   */
  Advice advice(double[] wanted, int desired, double price) {
    double fewer = Double.POSITIVE_INFINITY;
    double same = Double.POSITIVE_INFINITY;
    double more = Double.POSITIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    double best = desired;
    for (int rule = 0; rule < wanted.length; rule++) {
      double loss = paid[rule] / required + price * late[rule] / weights;
      if (loss < least) {
        least = loss;
        best = wanted[rule];
      }
      if (wanted[rule] < desired) {
        fewer = Math.min(fewer, loss);
      } else if (wanted[rule] > desired) {
        more = Math.min(more, loss);
      } else {
        same = Math.min(same, loss);
      }
    }
    return new Advice((int) best, fewer - least, same - least, more - least);
  }
}
