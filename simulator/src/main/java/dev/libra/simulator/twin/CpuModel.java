package dev.libra.simulator.twin;

import dev.libra.fleet.Check;

/**
 * What CPU a replica reports, as fractions of its limit.
 *
 * @param full a warm replica's while its bulkhead is full
 * @param light what a request takes more at a replica with no other, as a fraction; falls linearly
 *     with the places taken
 * @param idle without requests
 * @param burst more of a replica that just became ready; falls exponentially
 * @param burstS time in which it falls to 1/e
 * @param coldFactor CPU of a fresh replica's first request, as a multiple of a warm one's
 * @param warmUpRequests requests in which what is above a warm one's falls to 1/e
 * @param noise standard deviation of a reading, as a fraction of it
 */
public record CpuModel(
    double full,
    double light,
    double idle,
    double burst,
    double burstS,
    double coldFactor,
    double warmUpRequests,
    double noise) {

  public CpuModel {
    Check.between("cpu.full", full, 0, 100);
    Check.between("cpu.light", light, 0, 100);
    Check.between("cpu.idle", idle, 0, 10);
    Check.between("cpu.burst", burst, 0, 100);
    Check.between("cpu.burstS", burstS, 0.1, 600);
    Check.between("cpu.coldFactor", coldFactor, 1, 100);
    Check.between("cpu.warmUpRequests", warmUpRequests, 1, 100_000);
    Check.between("cpu.noise", noise, 0, 1);
  }

  public static CpuModel standard() {
    return new CpuModel(1, 0, 0.06, 8, 0.1, 2.5, 1500, 0.05);
  }

  /** With other requests, as {@link #full} and {@link #light} tell. */
  public CpuModel withRequests(double full, double light) {
    return new CpuModel(full, light, idle, burst, burstS, coldFactor, warmUpRequests, noise);
  }

  public CpuModel withIdle(double idle) {
    return new CpuModel(full, light, idle, burst, burstS, coldFactor, warmUpRequests, noise);
  }

  public CpuModel withNoise(double noise) {
    return new CpuModel(full, light, idle, burst, burstS, coldFactor, warmUpRequests, noise);
  }
}
