package dev.libra.traffic.scenario;

import dev.libra.traffic.call.Crowd;
import dev.libra.traffic.rate.RateCurve;

/**
 * One crowd and how many calls it makes when.
 *
 * @param curve of the calls' rate
 */
record Stream(RateCurve curve, Crowd crowd) {

  Stream with(RateCurve other) {
    return new Stream(other, crowd);
  }
}
