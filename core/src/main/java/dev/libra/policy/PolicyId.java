package dev.libra.policy;

import dev.libra.fleet.Check;

/**
 * Which policy decided.
 *
 * @param digest identifies its parameters or its artifact
 */
public record PolicyId(String name, String version, String digest) {

  public PolicyId {
    Check.name("policy", name);
    Check.text("version", version);
    Check.text("digest", digest);
  }
}
