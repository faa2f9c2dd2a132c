package dev.libra.learning.inference;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** How a network's outputs become one score per action. */
public enum Head {
  /** PPO: output {@value #LOGITS_OUTPUT} holds logits; the scores are probabilities. */
  POLICY(Head.LOGITS_OUTPUT) {
    @Override
    void score(Workspace pass, float[] scores) {
      copy(pass, LOGITS_OUTPUT, scores);
    }
  },
  /** DQN: output {@value #Q_VALUES_OUTPUT} holds the Q-values, which are the scores. */
  Q(Head.Q_VALUES_OUTPUT) {
    @Override
    void score(Workspace pass, float[] scores) {
      copy(pass, Q_VALUES_OUTPUT, scores);
    }
  },
  /**
   * Dueling DQN (Wang et al. 2016, arXiv 1511.06581): Q = V + A − mean(A), of outputs {@value
   * #VALUE_OUTPUT} and {@value #ADVANTAGE_OUTPUT}.
   */
  DUELING(Head.ADVANTAGE_OUTPUT) {
    @Override
    Set<String> reads() {
      return Set.of(VALUE_OUTPUT, ADVANTAGE_OUTPUT);
    }

    @Override
    void score(Workspace pass, float[] scores) {
      copy(pass, ADVANTAGE_OUTPUT, scores);
      double mean = 0;
      for (float advantage : scores) {
        mean += advantage / (double) scores.length;
      }
      float base = (float) (pass.output(VALUE_OUTPUT)[0] - mean);
      for (int i = 0; i < scores.length; i++) {
        scores[i] += base;
      }
    }
  };

  public static final String LOGITS_OUTPUT = "logits";
  public static final String VALUE_OUTPUT = "value";
  public static final String Q_VALUES_OUTPUT = "qValues";
  public static final String ADVANTAGE_OUTPUT = "advantage";

  private final String output;

  Head(String output) {
    this.output = output;
  }

  /**
   * The head that a network with these outputs has.
   *
   * @throws IllegalArgumentException if it has none or more than one
   */
  public static Head of(Collection<String> outputs) {
    List<Head> heads =
        Arrays.stream(values()).filter(head -> outputs.contains(head.output)).toList();
    if (heads.size() != 1) {
      throw new IllegalArgumentException(
          "outputs must hold one of %s, %s and %s, were: %s"
              .formatted(LOGITS_OUTPUT, Q_VALUES_OUTPUT, ADVANTAGE_OUTPUT, outputs));
    }
    return heads.get(0);
  }

  /** The output that has one value per action. */
  public String output() {
    return output;
  }

  /** The outputs that the scores come from. */
  Set<String> reads() {
    return Set.of(output);
  }

  abstract void score(Workspace pass, float[] scores);

  private static void copy(Workspace pass, String output, float[] scores) {
    System.arraycopy(pass.output(output), 0, scores, 0, scores.length);
  }
}
