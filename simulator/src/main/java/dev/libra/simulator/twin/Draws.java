package dev.libra.simulator.twin;

import dev.libra.environment.SeededRandom;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Everything random of the plant, in streams of their own, so that no use disturbs another. */
final class Draws {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private final QuantileTable holds;
  private final QuantileTable starts;
  private final QuantileTable noise;
  private final SeededRandom holdBits;
  private final SeededRandom startBits;
  private final SeededRandom noiseBits;
  private final SeededRandom arrivalBits;
  private final SeededRandom balanceBits;
  private final SeededRandom phaseBits;

  /**
   * @param holds time in µs that requests hold their place
   * @param workloadSeed of what must be the same for every policy
   */
  Draws(QuantileTable holds, TwinParameters parameters, long workloadSeed, long seed) {
    this.holds = holds;
    FleetModel fleet = parameters.fleet();
    this.starts = logNormal(fleet.startMedianS() * 1e6, fleet.startSigma());
    this.noise = normal(parameters.cpu().noise());
    SeededRandom workload = new SeededRandom(workloadSeed);
    this.arrivalBits = workload.split();
    this.holdBits = workload.split();
    SeededRandom plant = new SeededRandom(seed);
    this.startBits = plant.split();
    this.noiseBits = plant.split();
    this.balanceBits = plant.split();
    this.phaseBits = plant.split();
  }

  /** {@code median · exp(sigma · z)} with a standard normal z. */
  static QuantileTable logNormal(double median, double sigma) {
    return sigma == 0
        ? QuantileTable.constant(median)
        : QuantileTable.of(
            p -> median * StrictMath.exp(sigma * NORMAL.inverseCumulativeProbability(p)));
  }

  private static QuantileTable normal(double sigma) {
    return sigma == 0
        ? QuantileTable.constant(0)
        : QuantileTable.of(p -> sigma * NORMAL.inverseCumulativeProbability(p));
  }

  /** Time that the next request holds its place, in µs. */
  long hold() {
    return (long) (holds.draw(holdBits.nextLong()) + 0.5);
  }

  /** Time from launch to ready, in µs. */
  long start() {
    return (long) starts.draw(startBits.nextLong());
  }

  /** A factor around 1, not negative. */
  double noise() {
    return Math.max(0, 1 + noise.draw(noiseBits.nextLong()));
  }

  /** A moment within a period. */
  long phase(long periodMicros) {
    return phaseBits.nextLong(periodMicros);
  }

  SeededRandom arrivals() {
    return arrivalBits;
  }

  SeededRandom balance() {
    return balanceBits;
  }
}
