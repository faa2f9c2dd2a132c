package dev.libra.metrics.push;

/** What gateways measured of one service in one tick. */
record Traffic(
    double requestsPerSecond, double meanMs, double p95Ms, double p99Ms, double errorRate) {

  static final Traffic NONE = new Traffic(0, 0, 0, 0, 0);
}
