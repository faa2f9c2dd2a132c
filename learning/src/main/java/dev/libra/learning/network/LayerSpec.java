package dev.libra.learning.network;

import dev.libra.fleet.Check;

/**
 * A dense layer.
 *
 * @param input name of the layer whose output it takes, or {@link NetworkSpec#INPUT}
 * @param units its outputs
 * @param initializer how its parameters start
 */
public record LayerSpec(
    String name, String input, int units, Activation activation, Initializer initializer) {

  public LayerSpec {
    Check.text("layer", name);
    Check.text("input", input);
    Check.between("units", units, 1, 100_000);
    Check.present("activation", activation);
    Check.present("initializer", initializer);
  }
}
