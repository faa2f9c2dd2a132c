package dev.libra.learning.dqn;

import dev.libra.environment.Restorable;
import dev.libra.learning.network.Floats;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;

/** The last transitions, as many as fit; the oldest make room. */
final class ReplayBuffer implements Restorable {
  private final int width;
  private final Sampling sampling;
  private final float[][] observations;
  private final float[][] nexts;
  private final boolean[][] nextMasks;
  private final int[] actions;
  private final double[] rewards;
  private final double[] discounts;
  private int size;
  private int position;

  /**
   * @param width numbers of an observation
   * @param sampling which transitions are replayed
   */
  ReplayBuffer(int capacity, int width, Sampling sampling) {
    this.width = width;
    this.sampling = sampling;
    this.observations = new float[capacity][];
    this.nexts = new float[capacity][];
    this.nextMasks = new boolean[capacity][];
    this.actions = new int[capacity];
    this.rewards = new double[capacity];
    this.discounts = new double[capacity];
  }

  int size() {
    return size;
  }

  void add(Transition transition) {
    put(position, transition);
    sampling.added(position);
    position = (position + 1) % actions.length;
    size = Math.min(size + 1, actions.length);
  }

  private void put(int at, Transition transition) {
    observations[at] = transition.observation();
    actions[at] = transition.action();
    rewards[at] = transition.reward();
    discounts[at] = transition.discount();
    nexts[at] = transition.next();
    nextMasks[at] = transition.nextMask();
  }

  /**
   * Draws transitions, each possibly more than once.
   *
   * @param progress share of the training done, by which importance weights go
   */
  ReplayBatch sample(int count, double progress, RandomGenerator random) {
    Sampling.Draw draw = sampling.draw(size, count, progress, random);
    ReplayBatch batch = ReplayBatch.ofSize(count, width, draw);
    for (int k = 0; k < count; k++) {
      int at = draw.indices()[k];
      System.arraycopy(observations[at], 0, batch.observations(), k * width, width);
      System.arraycopy(nexts[at], 0, batch.nexts(), k * width, width);
      batch.actions()[k] = actions[at];
      batch.rewards()[k] = rewards[at];
      batch.discounts()[k] = discounts[at];
      batch.nextMasks()[k] = nextMasks[at];
    }
    return batch;
  }

  /** Tells how wrong the network was about each transition of a batch. */
  void learned(ReplayBatch batch, double[] errors) {
    sampling.learned(batch.draw().indices(), errors);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(size);
    out.writeInt(position);
    for (int at = 0; at < size; at++) {
      Floats.write(observations[at], out);
      Floats.write(nexts[at], out);
      out.writeInt(actions[at]);
      out.writeDouble(rewards[at]);
      out.writeDouble(discounts[at]);
      out.writeInt(nextMasks[at].length);
      for (boolean allowed : nextMasks[at]) {
        out.writeBoolean(allowed);
      }
    }
    sampling.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    size = in.readInt();
    position = in.readInt();
    for (int at = 0; at < size; at++) {
      put(at, read(in));
    }
    sampling.restore(in);
  }

  private Transition read(DataInput in) throws IOException {
    float[] observation = new float[width];
    float[] next = new float[width];
    Floats.read(observation, in);
    Floats.read(next, in);
    int action = in.readInt();
    double reward = in.readDouble();
    double discount = in.readDouble();
    boolean[] mask = new boolean[in.readInt()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = in.readBoolean();
    }
    return new Transition(observation, action, reward, discount, next, mask);
  }
}
