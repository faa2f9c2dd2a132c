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
  LARGE(List.of("-2", "-1", "0", "+1", "+2", "+4"), -2, -1, 0, 1, 2, 4);

  private final List<String> names;
  private final int[] steps;

  ActionSet(List<String> names, int... steps) {
    this.names = names;
    this.steps = steps;
  }

  /** One per action, in order of its index. */
  public List<String> names() {
    return names;
  }

  public int size() {
    return steps.length;
  }

  /** The set with these names, in this order. */
  public static ActionSet named(List<String> names) {
    return Arrays.stream(values())
        .filter(set -> set.names.equals(names))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "actions must be "
                        + STANDARD.names
                        + " or "
                        + LARGE.names
                        + ", were: "
                        + names));
  }

  /** The count that an action wishes for, within the service's bounds. */
  public int desired(Observation observation, int action) {
    return observation.service().clamp(observation.desired() + steps[action]);
  }

  /**
   * Which actions can be carried out: none that leaves the service's bounds, none while its
   * direction is cooling down. To keep is always allowed.
   *
   * @param beforeUp time after a change before a scale-up
   * @param beforeDown time after a change before a scale-down
   */
  public boolean[] mask(Observation observation, Duration beforeUp, Duration beforeDown) {
    boolean[] mask = new boolean[steps.length];
    for (int i = 0; i < steps.length; i++) {
      int wished = observation.desired() + steps[i];
      boolean possible = observation.service().clamp(wished) == wished;
      mask[i] =
          steps[i] == 0 || possible && hasCooled(observation, steps[i] > 0 ? beforeUp : beforeDown);
    }
    return mask;
  }

  private static boolean hasCooled(Observation observation, Duration wait) {
    Instant last = observation.lastChange();
    return last == null || !observation.at().isBefore(last.plus(wait));
  }
}
