package dev.libra.learning.agent;

import dev.libra.environment.EpisodeResult;
import java.util.List;
import java.util.Map;

/**
 * What came of one update.
 *
 * @param steps environment steps taken
 * @param episodes those that ended meanwhile
 * @param metrics figures of the learner by name (as "loss/policy"); empty if it did not learn yet
 */
public record Update(int steps, List<EpisodeResult> episodes, Map<String, Double> metrics) {

  public Update {
    episodes = List.copyOf(episodes);
    metrics = Map.copyOf(metrics);
  }
}
