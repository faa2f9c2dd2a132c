package dev.libra.environment;

import dev.libra.fleet.Check;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Several environments stepped together.
 *
 * <p>An environment whose episode ended is reset in the same step; the observation that the episode
 * ended with is kept in {@link VectorStep#finalObservations}, since the value of a truncated
 * episode's last state is needed.
 */
public final class VectorEnvironment implements Restorable {
  private final List<Environment> environments;
  private final double[][] observations;
  private final boolean[][] masks;
  private final double[][] hindsight;
  private final double[] returns;
  private final int[] lengths;

  public VectorEnvironment(List<Environment> environments) {
    this.environments = List.copyOf(environments);
    int size = Check.between("environments", environments.size(), 1, 10_000);
    this.observations = new double[size][];
    this.masks = new boolean[size][];
    this.hindsight = new double[size][];
    this.returns = new double[size];
    this.lengths = new int[size];
  }

  public int size() {
    return environments.size();
  }

  public ObservationSpace observationSpace() {
    return environments.get(0).observationSpace();
  }

  public ActionSpace actionSpace() {
    return environments.get(0).actionSpace();
  }

  /** How many numbers each row of {@link #hindsight} has. */
  public int hindsightSize() {
    return environments.get(0).hindsight().length;
  }

  /** Starts an episode in each environment, each from a seed of its own. */
  public void reset(long seed) {
    SeededRandom seeds = new SeededRandom(seed);
    for (int i = 0; i < size(); i++) {
      begin(i, environments.get(i).reset(seeds.nextLong()));
    }
  }

  /** What to act on next, one row per environment. */
  public double[][] observations() {
    return observations.clone();
  }

  /** The allowed actions, one row per environment. */
  public boolean[][] masks() {
    return masks.clone();
  }

  /** {@link Environment#hindsight()}, one row per environment. */
  public double[][] hindsight() {
    return hindsight.clone();
  }

  /**
   * Takes one action in each environment.
   *
   * @param actions one per environment; with fewer, the last environments stand still
   */
  public VectorStep step(int[] actions) {
    Check.between("actions", actions.length, 1, size());
    List<EpisodeResult> episodes = new ArrayList<>();
    VectorStep all = VectorStep.ofSize(actions.length, episodes);
    for (int i = 0; i < actions.length; i++) {
      Step step = environments.get(i).step(actions[i]);
      record(i, step, all);
      if (step.ended()) {
        end(i, all);
      } else {
        show(i, step.observation());
      }
      all.observations()[i] = observations[i];
      all.masks()[i] = masks[i];
    }
    return all;
  }

  private void record(int i, Step step, VectorStep all) {
    returns[i] += step.reward();
    lengths[i]++;
    all.rewards()[i] = step.reward();
    all.terminated()[i] = step.terminated();
    all.truncated()[i] = step.truncated();
    all.finalObservations()[i] = step.ended() ? step.observation() : null;
  }

  private void end(int i, VectorStep all) {
    all.finalMasks()[i] = environments.get(i).actionMask();
    all.finalHindsight()[i] = environments.get(i).hindsight();
    all.episodes().add(new EpisodeResult(returns[i], lengths[i]));
    begin(i, environments.get(i).reset());
  }

  private void begin(int i, double[] observation) {
    show(i, observation);
    returns[i] = 0;
    lengths[i] = 0;
  }

  private void show(int i, double[] observation) {
    observations[i] = observation;
    masks[i] = environments.get(i).actionMask();
    hindsight[i] = environments.get(i).hindsight();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (int i = 0; i < size(); i++) {
      environments.get(i).save(out);
      out.writeDouble(returns[i]);
      out.writeInt(lengths[i]);
      for (double value : observations[i]) {
        out.writeDouble(value);
      }
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (int i = 0; i < size(); i++) {
      environments.get(i).restore(in);
      returns[i] = in.readDouble();
      lengths[i] = in.readInt();
      double[] observation = new double[observationSpace().size()];
      for (int j = 0; j < observation.length; j++) {
        observation[j] = in.readDouble();
      }
      show(i, observation);
    }
  }
}
