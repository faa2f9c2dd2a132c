package dev.libra.environment.control;

import dev.libra.environment.Environment;
import dev.libra.environment.FeatureSelection;
import dev.libra.environment.TimeLimit;
import java.util.List;

/** The known problems by name, with their time limits. */
public final class Tasks {
  /** What {@link #named} knows. */
  public static final List<String> NAMES =
      List.of(
          "cartpole",
          "cartpole-no-velocity",
          "acrobot",
          "mountaincar",
          "identity",
          "masked",
          "unmasked");

  private Tasks() {}

  /** Makes the environment of one of the {@link #NAMES}. */
  public static Environment named(String name) {
    return switch (name) {
      case "cartpole" -> new TimeLimit(new CartPole(), 500);
      case "cartpole-no-velocity" ->
          new TimeLimit(new FeatureSelection(new CartPole(), "position", "angle"), 500);
      case "acrobot" -> new TimeLimit(new Acrobot(), 500);
      case "mountaincar" -> new TimeLimit(new MountainCar(), 200);
      case "identity" -> new TimeLimit(new MatchState(4, 0), 100);
      case "masked" -> new TimeLimit(new MatchState(70, 55), 100);
      case "unmasked" -> new TimeLimit(new MatchState(70, 0), 100);
      default ->
          throw new IllegalArgumentException(
              "environment must be one of " + NAMES + ", was: " + name);
    };
  }
}
