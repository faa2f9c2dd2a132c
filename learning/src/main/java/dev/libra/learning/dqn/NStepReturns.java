package dev.libra.learning.dqn;

import dev.libra.environment.Restorable;
import dev.libra.learning.network.Floats;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Joins one environment's steps into transitions of n steps: r₀ + γr₁ + … + γⁿ⁻¹rₙ₋₁, then γⁿ·V. At
 * an episode's end the last ones are shorter; only a terminal state has no value.
 */
final class NStepReturns implements Restorable {
  private record Pending(float[] observation, int action, double reward) {}

  private final int n;
  private final double discount;
  private final int width;
  private final Consumer<Transition> sink;
  private final Deque<Pending> window = new ArrayDeque<>();

  /**
   * @param width numbers of an observation
   * @param sink gets each transition as soon as it is complete
   */
  NStepReturns(int n, double discount, int width, Consumer<Transition> sink) {
    this.n = n;
    this.discount = discount;
    this.width = width;
    this.sink = sink;
  }

  /**
   * Takes in a step.
   *
   * @param next observation of the state reached: at an episode's end its last
   */
  void add(
      float[] observation,
      int action,
      double reward,
      boolean terminated,
      boolean truncated,
      float[] next,
      boolean[] nextMask) {
    window.addLast(new Pending(observation, action, reward));
    boolean ended = terminated || truncated;
    while (!window.isEmpty() && (ended || window.size() == n)) {
      sink.accept(join(terminated, next, nextMask));
      window.removeFirst();
    }
  }

  private Transition join(boolean terminated, float[] next, boolean[] nextMask) {
    double sum = 0;
    double factor = 1;
    for (Pending step : window) {
      sum += factor * step.reward();
      factor *= discount;
    }
    Pending first = window.getFirst();
    return new Transition(
        first.observation(), first.action(), sum, terminated ? 0 : factor, next, nextMask);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(window.size());
    for (Pending step : window) {
      Floats.write(step.observation(), out);
      out.writeInt(step.action());
      out.writeDouble(step.reward());
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    window.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      float[] observation = new float[width];
      Floats.read(observation, in);
      window.addLast(new Pending(observation, in.readInt(), in.readDouble()));
    }
  }
}
