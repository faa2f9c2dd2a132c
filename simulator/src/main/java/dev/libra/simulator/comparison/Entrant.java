package dev.libra.simulator.comparison;

import dev.libra.fleet.Check;
import dev.libra.fleet.ServiceSpec;
import dev.libra.policy.Policy;
import java.util.function.Function;

/**
 * A policy that takes part.
 *
 * @param form {@code stock}, {@code tuned}, {@code oracle}, {@code learned}, {@code static}, {@code
 *     knob} or {@code ablation}
 * @param seed of the training; 0 for what wasn't trained
 * @param guarded whether its wishes go through the guard rails, or through the bounds only
 * @param parameters for the report
 */
public record Entrant(
    String policy,
    String form,
    long seed,
    boolean guarded,
    String parameters,
    Function<ServiceSpec, Policy> factory) {

  static final String KNOB = "knob";
  private static final String SEED = " seed ";

  public Entrant {
    Check.text("policy", policy);
    Check.name("form", form);
    Check.present("factory", factory);
  }

  /** A trained policy, as shipped: behind the guard rails. */
  public static Entrant learned(
      String policy, long seed, String parameters, Function<ServiceSpec, Policy> factory) {
    return new Entrant(policy, "learned", seed, true, parameters, factory);
  }

  /** The same trained policy with its knob at another position. */
  public Entrant turned(String position, Function<ServiceSpec, Policy> turnedFactory) {
    return new Entrant(policy + SEED + seed, KNOB, seed, guarded, position, turnedFactory);
  }

  /** How tables call it. */
  String label() {
    String seeded = form.equals("learned") ? SEED + seed : "";
    return policy + " " + form + seeded;
  }

  /**
   * What all training seeds of one kind have in common: its policy, without a turned one's seed.
   */
  String agent() {
    return policy.endsWith(SEED + seed)
        ? policy.substring(0, policy.length() - SEED.length() - Long.toString(seed).length())
        : policy;
  }

  Entrant ablation(String name, boolean withGuardrails) {
    return new Entrant(name, "ablation", seed, withGuardrails, parameters, factory);
  }
}
