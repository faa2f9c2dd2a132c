package dev.libra.observation;

import dev.libra.fleet.Check;
import java.util.List;

/**
 * An observation as the numbers a learned policy reads.
 *
 * @param layout name and version of the order the values come in
 */
public record EncodedObservation(String layout, List<Double> values) {

  public EncodedObservation {
    Check.text("layout", layout);
    values = List.copyOf(values);
    for (double value : values) {
      Check.between(layout + " value", value, -1e9, 1e9);
    }
  }
}
