package dev.libra.simulator.twin;

import dev.libra.fleet.Check;

/**
 * The gateway's limits; the defaults are its own.
 *
 * @param queueLimit most requests that wait for a free replica
 * @param queueTimeoutMs longest wait
 * @param tryTimeoutMs longest time from a try's dispatch to its answer
 * @param retries most retries of a request whose replica died
 * @param retryBudget most retries as a share of all requests, beyond the first 200
 */
public record GatewayModel(
    int queueLimit, double queueTimeoutMs, double tryTimeoutMs, int retries, double retryBudget) {

  public GatewayModel {
    Check.between("gateway.queueLimit", queueLimit, 0, 1_000_000);
    Check.between("gateway.queueTimeoutMs", queueTimeoutMs, 1, 600_000);
    Check.between("gateway.tryTimeoutMs", tryTimeoutMs, 1, 600_000);
    Check.between("gateway.retries", retries, 0, 10);
    Check.between("gateway.retryBudget", retryBudget, 0, 1);
  }

  public static GatewayModel standard() {
    return new GatewayModel(10_000, 30_000, 30_000, 2, 0.2);
  }
}
