package dev.libra.learning.inference;

import dev.libra.fleet.Check;
import java.util.List;

/**
 * A trained agent as a function of one observation: scores, and the best action that is allowed.
 *
 * <p>Thread-safe; {@link #act} allocates nothing once a thread has called it.
 */
public final class LearnedInference {
  private final LearnedModel model;
  private final Scaling scaling;
  private final int frames;
  private final ThreadLocal<Workspace> workspaces;

  public LearnedInference(LearnedModel model) {
    this.model = model;
    this.scaling = new Scaling(model.normaliser());
    this.frames = model.frames();
    this.workspaces = ThreadLocal.withInitial(model.network()::newWorkspace);
  }

  /** The names of the actions, in the order of their indices. */
  public List<String> actions() {
    return model.actions();
  }

  /** The number of values of an observation: features × stacked frames. */
  public int observationSize() {
    return model.network().inputs();
  }

  /**
   * @param observation raw values, stacked frames one after the other, oldest first
   * @param mask true where an action is allowed, or null where all are
   * @throws IllegalArgumentException if a value is not finite, a length is wrong or nothing is
   *     allowed
   */
  public Choice choose(double[] observation, boolean[] mask) {
    float[] scores = new float[model.actions().size()];
    int action = act(observation, mask, scores);
    return new Choice(model.head(), model.actions(), action, scores);
  }

  /**
   * The same without allocation.
   *
   * @param scores gets one per action: probabilities (0 where not allowed) or Q-values (of all)
   * @return the index of the chosen action
   */
  public int act(double[] observation, boolean[] mask, float[] scores) {
    int actions = model.actions().size();
    Check.between("number of scores", scores.length, actions, actions);
    check(observation);
    Workspace pass = workspaces.get();
    scaling.apply(observation, pass.input());
    pass.forward();
    model.head().score(pass, scores);
    checkScores(scores);
    // Before the softmax, which may round two logits to the same probability.
    int action = Masked.argmax(scores, mask);
    if (model.head() == Head.POLICY) {
      Masked.softmax(scores, mask);
    }
    return action;
  }

  /** {@link #choose} and why: the slopes are taken where that forward pass has ended. */
  public ExplainedChoice explain(double[] observation, boolean[] mask) {
    float[] scores = new float[model.actions().size()];
    int action = act(observation, mask, scores);
    double[] reasons = reasons(scores, mask, action);
    return new ExplainedChoice(new Choice(model.head(), model.actions(), action, scores), reasons);
  }

  private double[] reasons(float[] scores, boolean[] mask, int chosen) {
    int next = Masked.second(scores, mask, chosen);
    double[] reasons = new double[observationSize()];
    if (next >= 0) {
      float[] lead = new float[scores.length];
      lead[chosen] = 1;
      lead[next] = -1;
      Workspace pass = workspaces.get();
      float[] slopes = pass.slopes(model.head().output(), lead);
      for (int i = 0; i < reasons.length; i++) {
        reasons[i] = (double) slopes[i] * pass.input()[i];
      }
    }
    return reasons;
  }

  private void check(double[] observation) {
    if (observation.length != observationSize()) {
      throw new IllegalArgumentException(
          "observation must have %d values of layout %s (%d features × %d frames), had: %d"
              .formatted(
                  observationSize(),
                  model.layout().id(),
                  model.layout().size(),
                  frames,
                  observation.length));
    }
    for (int i = 0; i < observation.length; i++) {
      if (!Double.isFinite(observation[i])) {
        throw new IllegalArgumentException(
            "observation value %s (%d) must be finite, was: %s"
                .formatted(model.layout().describe(i, frames), i, observation[i]));
      }
    }
  }

  private void checkScores(float[] scores) {
    for (int i = 0; i < scores.length; i++) {
      if (!Float.isFinite(scores[i])) {
        throw new IllegalStateException(
            "the network's score of action %s is not finite: %s"
                .formatted(model.actions().get(i), scores[i]));
      }
    }
  }
}
