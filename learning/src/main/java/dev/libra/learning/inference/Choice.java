package dev.libra.learning.inference;

import dev.libra.fleet.Check;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a trained agent chose, and by which scores. */
public final class Choice {
  private final Head head;
  private final List<String> actions;
  private final int action;
  private final float[] scores;

  Choice(Head head, List<String> actions, int action, float[] scores) {
    this.head = head;
    this.actions = actions;
    this.action = action;
    this.scores = scores;
  }

  /** The index of the chosen action. */
  public int action() {
    return action;
  }

  /** The name of the chosen action. */
  public String name() {
    return actions.get(action);
  }

  /** The probability (PPO) or Q-value (DQN) of an action. */
  public float score(int index) {
    Check.between("action", index, 0, scores.length - 1);
    return scores[index];
  }

  /** The scores by name, such as {@code "p(up)": 0.7} or {@code "Q(up)": -3.2}, for a proposal. */
  public Map<String, Double> terms() {
    String symbol = head == Head.POLICY ? "p" : "Q";
    Map<String, Double> terms = new LinkedHashMap<>();
    for (int i = 0; i < scores.length; i++) {
      terms.put(symbol + "(" + actions.get(i) + ")", (double) scores[i]);
    }
    return terms;
  }
}
