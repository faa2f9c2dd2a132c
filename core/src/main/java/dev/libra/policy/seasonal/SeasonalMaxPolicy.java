package dev.libra.policy.seasonal;

import dev.libra.observation.Observation;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyId;
import dev.libra.policy.Proposal;
import dev.libra.policy.sizing.RateWindow;
import java.util.Locale;
import java.util.Map;

/**
 * Provisions for the highest rate that past periods had from now until the look-ahead, and at least
 * for the present rate.
 *
 * <p>The predictive part of B. Urgaonkar, P. Shenoy, A. Chandra, P. Goyal, T. Wood, "Agile Dynamic
 * Provisioning of Multi-Tier Internet Applications", ACM TAAS 3(1), 2008, with the maximum as the
 * percentile of the time of day's history; its reactive part is the present maximum.
 */
public final class SeasonalMaxPolicy implements Policy {
  private final SeasonalMaxSettings settings;
  private final PolicyId id;
  private final SeasonalMemory memory;
  private final RateWindow recent;

  public SeasonalMaxPolicy(SeasonalMaxSettings settings) {
    this.settings = settings;
    this.id =
        new PolicyId("seasonal-max", "1", Integer.toHexString(settings.toString().hashCode()));
    this.memory = new SeasonalMemory(settings.slots(), settings.seasons());
    this.recent = new RateWindow(settings.window());
  }

  @Override
  public PolicyId id() {
    return id;
  }

  @Override
  public Proposal propose(Observation observation) {
    if (recent.add(observation.sample())) {
      memory.add(
          slot(observation.sample().at().toEpochMilli()), observation.sample().requestsPerSecond());
    }
    double past = past(observation.at().toEpochMilli());
    double rate = Math.max(past, recent.max());
    int wished = settings.target().replicas(observation.service(), rate);
    String source = past > recent.max() ? "of this time in past periods" : "lately";
    return new Proposal(
        observation.service().clamp(wished),
        String.format(Locale.ROOT, "highest rate %s %.1f requests/s", source, rate),
        Map.of("pastMax", Math.max(0, past), "recentMax", recent.max()));
  }

  private double past(long now) {
    double max = -1;
    long last = slot(now + settings.lookahead().toMillis());
    for (long slot = slot(now); slot <= last; slot++) {
      max = Math.max(max, memory.max(slot));
    }
    return max;
  }

  private long slot(long epochMs) {
    return Math.floorDiv(epochMs, settings.slot().toMillis());
  }
}
