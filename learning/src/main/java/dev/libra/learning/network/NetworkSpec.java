package dev.libra.learning.network;

import dev.libra.fleet.Check;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Dense layers and how they hang together.
 *
 * @param inputs numbers of an observation
 * @param layers each after the one whose output it takes
 * @param outputs names of the layers that are the network's outputs
 */
public record NetworkSpec(int inputs, List<LayerSpec> layers, List<String> outputs) {
  /** The name by which layers refer to the observation. */
  public static final String INPUT = "observation";

  /** The output layer of PPO's policy: one logit per action. */
  public static final String LOGITS = "logits";

  /** The output layer of a state's value: of PPO's critic, and of a dueling Q-network. */
  public static final String VALUE = "value";

  /** The output layer of a plain Q-network: one value per action. */
  public static final String Q_VALUES = "qValues";

  /** The output layer of a dueling Q-network: one advantage per action. */
  public static final String ADVANTAGE = "advantage";

  public NetworkSpec {
    Check.between("inputs", inputs, 1, 100_000);
    layers = List.copyOf(layers);
    outputs = List.copyOf(outputs);
    Set<String> known = new HashSet<>(Set.of(INPUT));
    for (LayerSpec layer : layers) {
      if (!known.contains(layer.input()) || !known.add(layer.name())) {
        throw new IllegalArgumentException("layer out of order or twice: " + layer);
      }
    }
    if (outputs.isEmpty() || !known.containsAll(outputs)) {
      throw new IllegalArgumentException("outputs must be among " + known + ", were: " + outputs);
    }
  }

  /**
   * Separate actor and critic; gains √2 for hidden layers, 0.01 for the logits, 1 for the value.
   *
   * @param hidden units of the hidden layers, of both networks
   */
  public static NetworkSpec actorCritic(
      int inputs, List<Integer> hidden, Activation activation, int actions) {
    List<LayerSpec> layers = new ArrayList<>();
    String actor = tower(layers, "actor", hidden, activation);
    layers.add(new LayerSpec(LOGITS, actor, actions, Activation.IDENTITY, 0.01));
    String critic = tower(layers, "critic", hidden, activation);
    layers.add(new LayerSpec(VALUE, critic, 1, Activation.IDENTITY, 1));
    return new NetworkSpec(inputs, layers, List.of(LOGITS, VALUE));
  }

  /** A Q-network with rectified hidden layers; dueling ones end in a value and in advantages. */
  public static NetworkSpec qNetwork(
      int inputs, List<Integer> hidden, int actions, boolean dueling) {
    List<LayerSpec> layers = new ArrayList<>();
    String last = tower(layers, "hidden", hidden, Activation.RELU);
    if (!dueling) {
      layers.add(new LayerSpec(Q_VALUES, last, actions, Activation.IDENTITY, 1));
      return new NetworkSpec(inputs, layers, List.of(Q_VALUES));
    }
    layers.add(new LayerSpec(VALUE, last, 1, Activation.IDENTITY, 1));
    layers.add(new LayerSpec(ADVANTAGE, last, actions, Activation.IDENTITY, 1));
    return new NetworkSpec(inputs, layers, List.of(VALUE, ADVANTAGE));
  }

  private static String tower(
      List<LayerSpec> layers, String name, List<Integer> hidden, Activation activation) {
    String last = INPUT;
    for (int i = 0; i < hidden.size(); i++) {
      layers.add(new LayerSpec(name + i, last, hidden.get(i), activation, Math.sqrt(2)));
      last = name + i;
    }
    return last;
  }

  LayerSpec layer(String name) {
    return layers.stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
  }

  int unitsOf(String name) {
    return name.equals(INPUT) ? inputs : layer(name).units();
  }
}
