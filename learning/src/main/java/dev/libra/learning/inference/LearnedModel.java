package dev.libra.learning.inference;

import dev.libra.fleet.Check;
import dev.libra.learning.normalization.NormalizationStatistics;
import java.util.List;

/**
 * All that a trained agent needs to decide.
 *
 * @param network of which what the head doesn't read, such as PPO's critic, is left out
 * @param head how the network's outputs become scores
 * @param layout of one frame
 * @param frames how many frames the network sees at once
 * @param normaliser for one frame or for all stacked ones
 * @param actions names in the order of the scores
 */
public record LearnedModel(
    InferenceNetwork network,
    Head head,
    ObservationLayout layout,
    int frames,
    NormalizationStatistics normaliser,
    List<String> actions) {

  public LearnedModel {
    Check.between("frames", frames, 1, 1000);
    actions = List.copyOf(actions);
    actions.forEach(action -> Check.text("action", action));
    int inputs = layout.size() * frames;
    Check.between("network's inputs", network.inputs(), inputs, inputs);
    int scores = network.size(head.output());
    Check.between("number of actions", actions.size(), scores, scores);
    if (head == Head.DUELING) {
      Check.between("network's values", network.size(Head.VALUE_OUTPUT), 1, 1);
    }
    network = network.only(head.reads());
    int normalised = normaliser.mean().size();
    if (normalised != layout.size() && normalised != inputs) {
      throw new IllegalArgumentException(
          "normaliser must have %d means (one frame) or %d (all frames), had: %d"
              .formatted(layout.size(), inputs, normalised));
    }
  }
}
