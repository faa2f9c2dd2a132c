package dev.libra.control.learned;

import dev.libra.fleet.Check;
import dev.libra.policy.PolicyReader;
import java.nio.file.Path;

/**
 * Which artifacts are read at start, and how they are used.
 *
 * @param folder where artifacts may be taken from while the loop runs
 * @param artifact decides about the services whose policy is learned
 * @param candidate is asked beside the policy that acts, or null
 * @param libraries folder with the jars that read artifacts, or null for the class path
 */
public record LearnedSettings(
    Path folder, Path artifact, Path candidate, PolicyReader.Limits limits, Path libraries) {

  public LearnedSettings {
    Check.present("folder", folder);
    Check.present("artifact", artifact);
    Check.present("limits", limits);
  }
}
