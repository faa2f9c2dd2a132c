package dev.libra.simulator.twin;

import dev.libra.fleet.Check;

/**
 * What CPU a replica reports, as fractions of its limit.
 *
 * @param full a warm replica's while its bulkhead is full
 * @param idle without requests
 * @param burst more of a replica that just became ready; falls exponentially
 * @param burstS time in which it falls to 1/e
 * @param coldFactor CPU of a fresh replica's first request, as a multiple of a warm one's
 * @param noise standard deviation of a reading, as a fraction of it
 */
public record CpuModel(
    double full, double idle, double burst, double burstS, double coldFactor, double noise) {

  public CpuModel {
    Check.between("cpu.full", full, 0, 100);
    Check.between("cpu.idle", idle, 0, 10);
    Check.between("cpu.burst", burst, 0, 100);
    Check.between("cpu.burstS", burstS, 0.1, 600);
    Check.between("cpu.coldFactor", coldFactor, 1, 100);
    Check.between("cpu.noise", noise, 0, 1);
  }

  public static CpuModel standard() {
    return new CpuModel(1, 0.05, 3, 6, 3, 0.05);
  }
}
