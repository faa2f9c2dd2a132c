package dev.libra.control.learned;

import dev.libra.fleet.Check;
import dev.libra.learning.policy.LearnedPolicySettings;
import java.nio.file.Path;

/**
 * Which artifacts are read at start, and how they are used.
 *
 * @param folder where artifacts may be taken from while the loop runs
 * @param artifact decides about the services whose policy is learned
 * @param candidate is asked beside the policy that acts, or null
 */
public record LearnedSettings(
    Path folder, Path artifact, Path candidate, LearnedPolicySettings policy) {

  public LearnedSettings {
    Check.present("folder", folder);
    Check.present("artifact", artifact);
    Check.present("policy", policy);
  }
}
