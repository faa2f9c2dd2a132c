package dev.libra.learning.network;

import dev.libra.fleet.Check;

/**
 * A dense layer.
 *
 * @param input name of the layer whose output it takes, or {@link NetworkSpec#INPUT}
 * @param units its outputs
 * @param gain factor of its orthogonal initialisation
 */
public record LayerSpec(String name, String input, int units, Activation activation, double gain) {

  public LayerSpec {
    Check.text("layer", name);
    Check.text("input", input);
    Check.between("units", units, 1, 100_000);
    Check.present("activation", activation);
    Check.between("gain", gain, 0, 100);
  }
}
