package dev.libra.learning.inference;

import dev.libra.fleet.Check;
import java.util.HashSet;
import java.util.List;

/**
 * The order that an observation's values come in.
 *
 * @param version rises with every change of order, meaning or unit
 * @param features a name for each value of one observation, before frames are stacked
 */
public record ObservationLayout(String name, int version, List<String> features) {

  public ObservationLayout {
    Check.name("layout", name);
    Check.between("layout version", version, 1, 1_000_000);
    features = List.copyOf(features);
    Check.between("number of features", features.size(), 1, 10_000);
    features.forEach(feature -> Check.text("feature", feature));
    if (new HashSet<>(features).size() < features.size()) {
      throw new IllegalArgumentException("features must differ, were: " + features);
    }
  }

  /** The number of values in one frame. */
  public int size() {
    return features.size();
  }

  /** Name and version as encoders print them, such as {@code libra-1}. */
  public String id() {
    return name + "-" + version;
  }

  /** Names a value of stacked frames, oldest frame first. */
  String describe(int index, int frames) {
    String feature = features.get(index % size());
    return frames == 1 ? feature : feature + " in frame " + (index / size() + 1) + " of " + frames;
  }
}
