package dev.libra.metrics;

import dev.libra.fleet.Check;
import java.util.List;

/**
 * One gateway's measurements of the last interval, for all its services.
 *
 * @param upstreamsVersion version of the upstream list the gateway routes by now
 */
public record GatewayReport(String gateway, long upstreamsVersion, List<Interval> intervals) {

  public GatewayReport {
    Check.name("gateway", gateway);
    Check.notNegative("upstreamsVersion", upstreamsVersion);
    intervals = List.copyOf(Check.present("intervals", intervals));
  }
}
