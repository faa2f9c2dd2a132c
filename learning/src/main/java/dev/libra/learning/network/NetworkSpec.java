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
 * @param hindsight numbers beside it that some layers take as well, see {@link #WITH_HINDSIGHT}
 * @param layers each after the one whose output it takes
 * @param outputs names of the layers that are the network's outputs
 */
public record NetworkSpec(int inputs, int hindsight, List<LayerSpec> layers, List<String> outputs) {
  /** The name by which layers refer to the observation. */
  public static final String INPUT = "observation";

  /**
   * The name by which layers refer to the observation followed by {@link
   * dev.libra.environment.Environment#hindsight()}.
   */
  public static final String WITH_HINDSIGHT = "with-hindsight";

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
    Check.between("hindsight", hindsight, 0, 100_000);
    layers = List.copyOf(layers);
    outputs = List.copyOf(outputs);
    Set<String> known = new HashSet<>(Set.of(INPUT, WITH_HINDSIGHT));
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
   * Separate actor and critic, which alone sees the hindsight; gains √2 for hidden layers, 0.01 for
   * the logits, 1 for the value.
   *
   * @param hidden units of the hidden layers, of both networks
   */
  public static NetworkSpec actorCritic(
      int inputs, int hindsight, List<Integer> hidden, Activation activation, int actions) {
    List<LayerSpec> layers = new ArrayList<>();
    Initializer wide = new Orthogonal(Math.sqrt(2));
    String actor = tower(layers, "actor", INPUT, hidden, activation, wide);
    layers.add(new LayerSpec(LOGITS, actor, actions, Activation.IDENTITY, new Orthogonal(0.01)));
    String seen = hindsight == 0 ? INPUT : WITH_HINDSIGHT;
    String critic = tower(layers, "critic", seen, hidden, activation, wide);
    layers.add(new LayerSpec(VALUE, critic, 1, Activation.IDENTITY, new Orthogonal(1)));
    return new NetworkSpec(inputs, hindsight, layers, List.of(LOGITS, VALUE));
  }

  /** A Q-network with rectified hidden layers; dueling ones end in a value and in advantages. */
  public static NetworkSpec qNetwork(
      int inputs, List<Integer> hidden, int actions, boolean dueling) {
    List<LayerSpec> layers = new ArrayList<>();
    Initializer uniform = new FanInUniform();
    String last = tower(layers, "hidden", INPUT, hidden, Activation.RELU, uniform);
    if (!dueling) {
      layers.add(new LayerSpec(Q_VALUES, last, actions, Activation.IDENTITY, uniform));
      return new NetworkSpec(inputs, 0, layers, List.of(Q_VALUES));
    }
    layers.add(new LayerSpec(VALUE, last, 1, Activation.IDENTITY, uniform));
    layers.add(new LayerSpec(ADVANTAGE, last, actions, Activation.IDENTITY, uniform));
    return new NetworkSpec(inputs, 0, layers, List.of(VALUE, ADVANTAGE));
  }

  private static String tower(
      List<LayerSpec> layers,
      String name,
      String input,
      List<Integer> hidden,
      Activation activation,
      Initializer initializer) {
    String last = input;
    for (int i = 0; i < hidden.size(); i++) {
      layers.add(new LayerSpec(name + i, last, hidden.get(i), activation, initializer));
      last = name + i;
    }
    return last;
  }

  /** The part that needs no hindsight: what can be used after training. */
  NetworkSpec withoutHindsight() {
    Set<String> blind = new HashSet<>(Set.of(INPUT));
    List<LayerSpec> kept =
        layers.stream().filter(l -> blind.contains(l.input()) && blind.add(l.name())).toList();
    return new NetworkSpec(inputs, 0, kept, outputs.stream().filter(blind::contains).toList());
  }

  LayerSpec layer(String name) {
    return layers.stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
  }

  int unitsOf(String name) {
    return switch (name) {
      case INPUT -> inputs;
      case WITH_HINDSIGHT -> inputs + hindsight;
      default -> layer(name).units();
    };
  }
}
