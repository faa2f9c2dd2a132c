package dev.libra.cli.twin;

import dev.libra.policy.ActionSet;
import dev.libra.simulator.scaling.RewardWeights;
import dev.libra.simulator.scaling.ScalingSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What of the scaling task can be chosen by {@code --env-set NAME=VALUE}. */
final class ScalingOptions {
  private static final List<String> NAMES =
      List.of(
          "actions",
          "steps",
          "recordedShare",
          "latency",
          "errors",
          "cost",
          "underProvisioning",
          "switching");

  private final SortedMap<String, String> values;

  /**
   * @throws IllegalArgumentException if a name is unknown
   */
  ScalingOptions(Map<String, String> values) {
    this.values = new TreeMap<>(values);
    for (String name : this.values.keySet()) {
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "--env-set knows " + new TreeSet<>(NAMES) + " of scaling, was: " + name);
      }
    }
  }

  ScalingSettings apply(ScalingSettings base) {
    RewardWeights weights = base.weights();
    return base.withActions(actions(base.actions()))
        .withSteps((int) number("steps", base.steps()))
        .withRecorded(base.recorded(), number("recordedShare", base.recordedShare()))
        .withWeights(
            new RewardWeights(
                number("latency", weights.latency()),
                number("errors", weights.errors()),
                number("cost", weights.cost()),
                number("underProvisioning", weights.underProvisioning()),
                number("switching", weights.switching())));
  }

  private ActionSet actions(ActionSet byDefault) {
    String name = values.getOrDefault("actions", byDefault.name().toLowerCase(Locale.ROOT));
    return Arrays.stream(ActionSet.values())
        .filter(set -> set.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "actions must be one of "
                        + Arrays.toString(ActionSet.values()).toLowerCase(Locale.ROOT)
                        + ", was: "
                        + name));
  }

  private double number(String name, double byDefault) {
    String text = values.get(name);
    try {
      return text == null ? byDefault : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number, was: " + text, e);
    }
  }
}
