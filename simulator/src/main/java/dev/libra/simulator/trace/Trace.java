package dev.libra.simulator.trace;

import dev.libra.fleet.Check;
import java.util.Arrays;

/** A rate of requests per second for each step of equal length. */
public final class Trace {
  private final String name;
  private final double[] rates;
  private final double stepS;

  /**
   * @param rates requests/s in each step
   * @param stepS length of a step in s
   */
  public Trace(String name, double[] rates, double stepS) {
    this.name = Check.text("trace", name);
    this.rates = rates.clone();
    this.stepS = Check.between(name + ": step in s", stepS, 1e-3, 1e6);
    Check.between(name + ": steps", rates.length, 1, 100_000_000);
    for (double rate : rates) {
      Check.between(name + ": rate", rate, 0, 1e6);
    }
  }

  public String name() {
    return name;
  }

  public double stepS() {
    return stepS;
  }

  public int steps() {
    return rates.length;
  }

  public double durationS() {
    return rates.length * stepS;
  }

  public double[] rates() {
    return rates.clone();
  }

  /** Requests/s so many seconds after the start; 0 outside the trace. */
  public double at(double seconds) {
    double step = Math.floor(seconds / stepS);
    return step < 0 || step >= rates.length ? 0 : rates[(int) step];
  }

  public double maxRate() {
    return Arrays.stream(rates).max().orElseThrow();
  }

  public double meanRate() {
    return Arrays.stream(rates).sum() / rates.length;
  }

  /** The same shape with all rates multiplied. */
  public Trace scaledBy(double factor) {
    double[] scaled = Arrays.stream(rates).map(rate -> rate * factor).toArray();
    return new Trace(name, scaled, stepS);
  }

  /** The same rates played so many times as fast. */
  public Trace fasterBy(double factor) {
    return new Trace(name, rates, stepS / factor);
  }

  /**
   * The whole steps that cover a stretch of the trace.
   *
   * @param fromS begin of the stretch in s
   * @param lengthS its length in s; what lies beyond the trace's end is left out
   */
  public Trace window(double fromS, double lengthS) {
    int first =
        (int) Math.floor(Check.between("window's begin in s", fromS, 0, durationS()) / stepS);
    int end = (int) Math.min(rates.length, Math.ceil((fromS + lengthS) / stepS));
    int from = Math.min(first, rates.length - 1);
    return new Trace(name, Arrays.copyOfRange(rates, from, Math.max(end, from + 1)), stepS);
  }

  @Override
  public String toString() {
    return name + " (" + rates.length + " steps of " + stepS + " s)";
  }
}
