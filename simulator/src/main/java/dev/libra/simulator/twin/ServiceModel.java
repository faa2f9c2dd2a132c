package dev.libra.simulator.twin;

import dev.libra.fleet.Check;

/**
 * How long requests take.
 *
 * @param scale median time a request holds its place, as a multiple of the service's configured one
 * @param sigma standard deviation of that time's logarithm
 * @param overheadMs added to each request while it holds its place
 * @param gatewayMs added to each request's latency outside its place
 * @param coldExtraMs added to the first request of a fresh replica; falls exponentially
 * @param warmUpRequests requests in which what a fresh replica costs more falls to 1/e
 */
public record ServiceModel(
    double scale,
    double sigma,
    double overheadMs,
    double gatewayMs,
    double coldExtraMs,
    double warmUpRequests) {

  public ServiceModel {
    Check.between("service.scale", scale, 0.01, 100);
    Check.between("service.sigma", sigma, 0, 3);
    Check.between("service.overheadMs", overheadMs, 0, 60_000);
    Check.between("service.gatewayMs", gatewayMs, 0, 60_000);
    Check.between("service.coldExtraMs", coldExtraMs, 0, 60_000);
    Check.between("service.warmUpRequests", warmUpRequests, 1, 100_000);
  }

  public static ServiceModel standard() {
    return new ServiceModel(1, 0.3, 5, 2, 300, 6);
  }

  public ServiceModel withScale(double value) {
    return new ServiceModel(value, sigma, overheadMs, gatewayMs, coldExtraMs, warmUpRequests);
  }

  /** Mean time in ms that a request holds its place on a warm replica. */
  double meanMs(double configuredMs) {
    return median(configuredMs) * StrictMath.exp(sigma * sigma / 2) + overheadMs;
  }

  /** Median of the drawn part in ms. */
  public double median(double configuredMs) {
    // Below 1 ms the bulkhead is no longer what limits a replica.
    return Math.max(1, configuredMs) * scale;
  }
}
