package dev.libra.simulator.twin;

/**
 * The truth about one window of 2 s.
 *
 * @param p95Ms of the requests that ended in it, 0 without any
 * @param ended requests that ended in it
 * @param failed of these
 * @param violated whether the SLO was broken
 * @param ready replicas at its end
 * @param paid replicas at its end, starting and draining ones included
 * @param required replicas that the rate needs
 */
public record WindowScore(
    double p95Ms, long ended, long failed, boolean violated, int ready, int paid, int required) {

  static final WindowScore NONE = new WindowScore(0, 0, 0, false, 0, 0, 0);
}
