package dev.libra.learning.decomposition;

import dev.libra.environment.Step;
import dev.libra.fleet.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the observations and the reward's components of the episodes that are played. */
final class RewardRecorder {
  private final List<String> components;
  private final Map<Integer, List<Moment>> episodes = new TreeMap<>();

  /**
   * @param components names in a step's info
   */
  RewardRecorder(List<String> components) {
    this.components = List.copyOf(components);
  }

  /**
   * @param rewards one for each component
   */
  private record Moment(double[] observation, double[] rewards) {}

  /**
   * @param episode counted from 0
   * @param observation that was acted on, all frames of it
   * @param step what came of it
   */
  void step(int episode, double[] observation, Step step) {
    double[] rewards =
        components.stream().mapToDouble(name -> penalty(name, step.info().get(name))).toArray();
    episodes.computeIfAbsent(episode, e -> new ArrayList<>()).add(new Moment(observation, rewards));
  }

  private static double penalty(String name, Double value) {
    return Check.between(name, Check.present(name, value), -Double.MAX_VALUE, 0);
  }

  /** Their names, in order. */
  List<String> components() {
    return components;
  }

  /**
   * What followed each observation, episode by episode. The last observations of an episode are
   * left out, of which too little is known: those that fewer than {@code horizon} steps followed,
   * or fewer than half of the episode if that is shorter. Of the others every {@code stride}th is
   * there: neighbours tell little new.
   *
   * @param discount γ of the mean's weights
   */
  List<List<Outcome>> outcomes(double discount, int horizon, int stride) {
    return episodes.values().stream().map(e -> outcomes(e, discount, horizon, stride)).toList();
  }

  private List<Outcome> outcomes(List<Moment> episode, double discount, int horizon, int stride) {
    List<Outcome> outcomes = new ArrayList<>();
    int last = episode.size() - Math.min(horizon, episode.size() / 2);
    double[] sums = new double[components.size()];
    double weights = 0;
    for (int t = episode.size() - 1; t >= 0; t--) {
      Moment moment = episode.get(t);
      weights = discount * weights + 1;
      double[] means = new double[sums.length];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = discount * sums[i] + moment.rewards()[i];
        means[i] = sums[i] / weights;
      }
      if (t <= last && t % stride == 0) {
        outcomes.add(new Outcome(moment.observation(), means));
      }
    }
    return outcomes;
  }
}
