package dev.libra.learning.result;

import dev.libra.fleet.Check;

/**
 * One point of a learning curve.
 *
 * @param step environment steps taken so far
 * @param meanReturn mean undiscounted return of the latest episodes
 * @param meanLength mean length of the same episodes in steps
 */
public record CurvePoint(long step, double meanReturn, double meanLength) {

  public CurvePoint {
    Check.notNegative("step", step);
    Check.between("meanReturn", meanReturn, -1e12, 1e12);
    Check.between("meanLength", meanLength, 0, 1e12);
  }
}
