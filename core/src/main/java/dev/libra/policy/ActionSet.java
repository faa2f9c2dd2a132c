package dev.libra.policy;

import dev.libra.observation.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The discrete actions of a learned policy: how many replicas more or fewer. */
public enum ActionSet {
  /** Down, keep, up. */
  STANDARD(List.of("down", "keep", "up"), -1, 0, 1),
  /** Larger steps as well. */
  LARGE(List.of("-2", "-1", "0", "+1", "+2", "+4"), -2, -1, 0, 1, 2, 4),
  /**
   * To keep, or as many replicas as have the present rate at a share of their nominal capacity: a
   * rule whose target is learned.
   */
  TARGETS(List.of("keep", "0.95", "0.85", "0.75", "0.65", "0.55", "0.4")) {
    private final double[] shares = {0, 0.95, 0.85, 0.75, 0.65, 0.55, 0.4};

    @Override
    int wished(Observation observation, int action) {
      if (action == 0) {
        return observation.desired();
      }
      double rate = observation.sample().requestsPerSecond();
      double count = rate / observation.service().nominalCapacity() / shares[action];
      return observation.service().clamp((int) Math.ceil(Math.min(count, 1000)));
    }
  };

  /**
   * A scale-down waits at least so long after the last change: whoever follows every lull pays for
   * starts that come too late.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<String> names;
  private final int[] steps;

  ActionSet(List<String> names, int... steps) {
    this.names = names;
    this.steps = steps;
  }

  /** Before the service's bounds. */
  int wished(Observation observation, int action) {
    return observation.desired() + steps[action];
  }

  /** One per action, in order of its index. */
  public List<String> names() {
    return names;
  }

  public int size() {
    return names.size();
  }

  /** The set with these names, in this order. */
  public static ActionSet named(List<String> names) {
    return Arrays.stream(values())
        .filter(set -> set.names.equals(names))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "actions must be one of "
                        + Arrays.stream(values()).map(ActionSet::names).toList()
                        + ", were: "
                        + names));
  }

  /** The count that an action wishes for, within the service's bounds. */
  public int desired(Observation observation, int action) {
    return observation.service().clamp(wished(observation, action));
  }

  /**
   * Which actions can be carried out: none that leaves the service's bounds, none while its
   * direction is cooling down, and no scale-down within half a minute of a change. To keep is
   * always allowed.
   *
   * @param beforeUp time after a change before a scale-up
   * @param beforeDown time after a change before a scale-down
   */
  public boolean[] mask(Observation observation, Duration beforeUp, Duration beforeDown) {
    Duration patience = beforeDown.compareTo(PATIENCE) > 0 ? beforeDown : PATIENCE;
    boolean[] mask = new boolean[size()];
    for (int i = 0; i < mask.length; i++) {
      int wished = wished(observation, i);
      int change = wished - observation.desired();
      boolean possible = observation.service().clamp(wished) == wished;
      mask[i] = change == 0 || possible && hasCooled(observation, change > 0 ? beforeUp : patience);
    }
    return mask;
  }

  private static boolean hasCooled(Observation observation, Duration wait) {
    Instant last = observation.lastChange();
    return last == null || !observation.at().isBefore(last.plus(wait));
  }
}
