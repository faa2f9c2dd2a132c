package dev.libra.learning.decomposition;

import dev.libra.environment.SeededRandom;
import dev.libra.fleet.Check;
import dev.libra.learning.inference.Scaling;
import dev.libra.learning.network.Activation;
import dev.libra.learning.network.DenseNetwork;
import dev.libra.learning.network.LayerSpec;
import dev.libra.learning.network.NetworkSpec;
import dev.libra.learning.network.Orthogonal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Learns from episodes that were played what a policy can expect of each component of its reward
 * (Juozapaitis, Koul, Fern, Erwig and Doshi-Velez 2019, Explainable Reinforcement Learning via
 * Reward Decomposition, IJCAI/ECAI Workshop on Explainable Artificial Intelligence): of the mean
 * over the steps that follow, each weighing {@value #DISCOUNT} times as much as the one before. By
 * regression on what did follow; the policy itself doesn't change.
 */
final class DecompositionFit {
  /** Further ahead luck is most of what varies: with 0.99 hardly any lateness was foretold. */
  private static final double DISCOUNT = 0.9;

  /** Steps that should have followed: what comes later is 2 % of a mean. */
  private static final int HORIZON = 40;

  /** Of this share of the episodes it is told how much was explained. */
  private static final double HELD_OUT = 0.2;

  private static final int UNITS = 16;
  private static final int BATCH = 256;
  private static final int STEPS = 1000;
  private static final double LEARNING_RATE = 2e-3;
  private static final double ADAM_EPSILON = 1e-8;

  private final Scaling scaling;
  private final int inputs;
  private final long seed;

  /**
   * @param scaling of observations, as the policy has it
   * @param inputs numbers of an observation, all frames of it
   * @param seed of the first weights and of the order of the samples
   */
  DecompositionFit(Scaling scaling, int inputs, long seed) {
    this.scaling = scaling;
    this.inputs = inputs;
    this.seed = seed;
  }

  /**
   * @throws IllegalArgumentException if there are fewer than two episodes
   */
  Decomposition fit(RewardRecorder recorder) {
    List<List<Outcome>> episodes = recorder.outcomes(DISCOUNT, HORIZON);
    Check.between("number of episodes", episodes.size(), 2, Integer.MAX_VALUE);
    int kept = episodes.size() - Math.max(1, (int) (HELD_OUT * episodes.size()));
    SeededRandom random = new SeededRandom(seed);
    List<String> components = recorder.components();
    DenseNetwork network = new DenseNetwork(spec(components), ADAM_EPSILON);
    network.initialize(random);
    learn(network, components, flat(episodes.subList(0, kept)), random);
    List<Outcome> others = flat(episodes.subList(kept, episodes.size()));
    return new Decomposition(network.modelBytes(), explained(network, components, others));
  }

  /** A tower for each component: none is drowned by the scale of another. */
  private NetworkSpec spec(List<String> components) {
    List<LayerSpec> layers = new ArrayList<>();
    for (String component : components) {
      String hidden = "hidden-" + component;
      layers.add(
          new LayerSpec(
              hidden, NetworkSpec.INPUT, UNITS, Activation.TANH, new Orthogonal(Math.sqrt(2))));
      layers.add(new LayerSpec(component, hidden, 1, Activation.IDENTITY, new Orthogonal(0.01)));
    }
    return new NetworkSpec(inputs, 0, layers, components);
  }

  private static List<Outcome> flat(List<List<Outcome>> episodes) {
    return episodes.stream().flatMap(List::stream).toList();
  }

  private void learn(
      DenseNetwork network, List<String> components, List<Outcome> samples, SeededRandom random) {
    int batch = Math.min(BATCH, samples.size());
    int batches = samples.size() / batch;
    int[] order = IntStream.range(0, samples.size()).toArray();
    for (int step = 0; step < STEPS; step++) {
      int at = step % batches;
      if (at == 0) {
        random.shuffle(order);
      }
      List<Outcome> some =
          Arrays.stream(order, at * batch, (at + 1) * batch).mapToObj(samples::get).toList();
      double rate = LEARNING_RATE * (1 - (double) step / STEPS);
      step(network, components, some, rate);
    }
  }

  private void step(
      DenseNetwork network, List<String> components, List<Outcome> some, double rate) {
    network.pass(some.size()).forward(rows(some));
    Map<String, double[]> gradients = new HashMap<>();
    for (int i = 0; i < components.size(); i++) {
      double[] gradient = network.pass(some.size()).output(components.get(i));
      for (int k = 0; k < gradient.length; k++) {
        gradient[k] = 2 * (gradient[k] - some.get(k).means()[i]) / some.size();
      }
      gradients.put(components.get(i), gradient);
    }
    network.pass(some.size()).backward(gradients);
    network.update(rate, Double.MAX_VALUE);
  }

  private float[] rows(List<Outcome> some) {
    float[] rows = new float[some.size() * inputs];
    float[] row = new float[inputs];
    for (int k = 0; k < some.size(); k++) {
      scaling.apply(some.get(k).observation(), row);
      System.arraycopy(row, 0, rows, k * inputs, inputs);
    }
    return rows;
  }

  private TreeMap<String, Double> explained(
      DenseNetwork network, List<String> components, List<Outcome> others) {
    network.pass(others.size()).forward(rows(others));
    TreeMap<String, Double> explained = new TreeMap<>();
    for (int i = 0; i < components.size(); i++) {
      int component = i;
      double[] truth = others.stream().mapToDouble(o -> o.means()[component]).toArray();
      double[] foretold = network.pass(others.size()).output(components.get(i));
      explained.put(components.get(i), explained(truth, foretold));
    }
    return explained;
  }

  /** 1 − Σ(error²) ÷ Σ(deviation²); of what never varies 1 if it is foretold, and 0 if not. */
  private static double explained(double[] truth, double[] foretold) {
    double mean = Arrays.stream(truth).average().orElseThrow();
    double errors = 0;
    double deviations = 0;
    for (int k = 0; k < truth.length; k++) {
      errors += (truth[k] - foretold[k]) * (truth[k] - foretold[k]);
      deviations += (truth[k] - mean) * (truth[k] - mean);
    }
    double none = 1e-6 * truth.length;
    return deviations > none ? 1 - errors / deviations : errors > none ? 0 : 1;
  }
}
