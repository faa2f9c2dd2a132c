package dev.libra.gateway.balance;

import dev.libra.fleet.Check;
import java.time.Duration;

/**
 * How replicas are judged.
 *
 * @param slowStart time over which a fresh replica's share grows to a full one; zero for at once
 * @param ejectAfter answers of 500 or above in a row after which a replica is set aside
 * @param mostEjected largest share of a service's replicas that is set aside for such answers
 * @param stall silence of a replica with requests after which it is taken as hung
 */
public record BalanceRules(Duration slowStart, int ejectAfter, double mostEjected, Duration stall) {
  public static final BalanceRules DEFAULT =
      new BalanceRules(Duration.ofSeconds(5), 5, 0.5, Duration.ofSeconds(3));

  public BalanceRules {
    Check.between("libra.gateway.slow-start-ms", slowStart.toMillis(), 0, 600_000);
    Check.between("libra.gateway.eject-after", ejectAfter, 1, 1_000_000);
    Check.between("libra.gateway.eject-share", mostEjected, 0, 1);
    Check.between("libra.gateway.stall-ms", stall.toMillis(), 1, 600_000);
  }
}
