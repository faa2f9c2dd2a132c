package dev.libra.learning.decomposition;

import dev.libra.environment.Step;
import dev.libra.fleet.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps the reward's components of the episodes that are played, and every few steps what was
 * observed: neighbours tell little new.
 */
final class RewardRecorder {
  private final List<String> components;
  private final int stride;
  private final Map<Integer, Recording> episodes = new TreeMap<>();

  /**
   * @param components names in a step's info
   * @param stride of so many observations the first is kept
   */
  RewardRecorder(List<String> components, int stride) {
    this.components = List.copyOf(components);
    this.stride = Check.between("stride", stride, 1, Integer.MAX_VALUE);
  }

  /**
   * An episode.
   *
   * @param observations every {@code stride}th
   * @param rewards one for each component, of every step
   */
  private record Recording(List<double[]> observations, List<double[]> rewards) {}

  /**
   * @param episode counted from 0
   * @param observation that was acted on, all frames of it
   * @param step what came of it
   */
  void step(int episode, double[] observation, Step step) {
    Recording recording =
        episodes.computeIfAbsent(episode, e -> new Recording(new ArrayList<>(), new ArrayList<>()));
    double[] rewards =
        components.stream().mapToDouble(name -> penalty(name, step.info().get(name))).toArray();
    if (recording.rewards().size() % stride == 0) {
      recording.observations().add(observation);
    }
    recording.rewards().add(rewards);
  }

  private static double penalty(String name, Double value) {
    return Check.between(name, Check.present(name, value), -Double.MAX_VALUE, 0);
  }

  /** Their names, in order. */
  List<String> components() {
    return components;
  }

  /**
   * What followed each observation that was kept, episode by episode. The last observations of an
   * episode are left out, of which too little is known: those that fewer than {@code horizon} steps
   * followed, or fewer than half of the episode if that is shorter.
   *
   * @param discount γ of the mean's weights
   */
  List<List<Outcome>> outcomes(double discount, int horizon) {
    return episodes.values().stream().map(e -> outcomes(e, discount, horizon)).toList();
  }

  private List<Outcome> outcomes(Recording episode, double discount, int horizon) {
    List<Outcome> outcomes = new ArrayList<>();
    int steps = episode.rewards().size();
    int last = steps - Math.min(horizon, steps / 2);
    double[] sums = new double[components.size()];
    double weights = 0;
    for (int t = steps - 1; t >= 0; t--) {
      weights = discount * weights + 1;
      for (int i = 0; i < sums.length; i++) {
        sums[i] = discount * sums[i] + episode.rewards().get(t)[i];
      }
      if (t <= last && t % stride == 0) {
        double all = weights;
        double[] means = Arrays.stream(sums).map(sum -> sum / all).toArray();
        outcomes.add(new Outcome(episode.observations().get(t / stride), means));
      }
    }
    return outcomes;
  }
}
