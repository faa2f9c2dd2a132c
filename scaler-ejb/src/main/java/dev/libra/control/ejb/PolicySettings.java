package dev.libra.control.ejb;

import dev.libra.control.ServicePolicies;
import dev.libra.control.learned.LearnedPolicies;
import dev.libra.fleet.ServiceSpec;
import dev.libra.policy.Policy;
import dev.libra.policy.fixed.FixedPolicy;
import dev.libra.policy.fixed.FixedSettings;
import dev.libra.policy.holtwinters.HoltWintersPolicy;
import dev.libra.policy.holtwinters.HoltWintersSettings;
import dev.libra.policy.hpa.HpaPolicy;
import dev.libra.policy.hpa.HpaSettings;
import dev.libra.policy.keda.KedaPolicy;
import dev.libra.policy.keda.KedaSettings;
import dev.libra.policy.kpa.KpaPolicy;
import dev.libra.policy.kpa.KpaSettings;
import dev.libra.policy.seasonal.SeasonalMaxPolicy;
import dev.libra.policy.seasonal.SeasonalMaxSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which policy decides about which service, and every rule's parameters.
 *
 * @param names the policy's name by the service's
 * @param fallback name of the rule that acts in mode shadow and where a learned policy can't
 */
record PolicySettings(
    Map<String, String> names,
    String fallback,
    HpaSettings hpa,
    KedaSettings keda,
    KpaSettings kpa,
    HoltWintersSettings holtWinters,
    SeasonalMaxSettings seasonalMax,
    FixedSettings fixed) {
  private static final List<String> RULES =
      List.of("hpa", "keda", "kpa", "holt-winters", "seasonal-max", "fixed");
  private static final List<String> ALLOWED =
      Stream.concat(RULES.stream(), Stream.of(LearnedPolicies.NAME)).toList();

  PolicySettings {
    names = Map.copyOf(names);
  }

  /** Reads all keys, also those of policies that nobody uses: a misspelt one is refused. */
  static PolicySettings from(Settings settings, List<ServiceSpec> services) {
    String general = name(settings, "libra.policy.name", "hpa", ALLOWED);
    Map<String, String> names = new HashMap<>();
    for (ServiceSpec service : services) {
      String key = "libra.service." + service.name() + ".policy";
      names.put(service.name(), name(settings, key, general, ALLOWED));
    }
    PolicyKeys keys = new PolicyKeys(settings);
    return new PolicySettings(
        names,
        name(settings, "libra.policy.learned.fallback", "hpa", RULES),
        keys.hpa(),
        keys.keda(),
        keys.kpa(),
        keys.holtWinters(),
        keys.seasonalMax(),
        keys.fixed());
  }

  boolean learned(ServiceSpec service) {
    return names.get(service.name()).equals(LearnedPolicies.NAME);
  }

  /** The rules for one service, which have seen nothing yet. */
  ServicePolicies create(ServiceSpec service, Duration staleAfter) {
    String name = names.get(service.name());
    Policy byFallback = rule(fallback);
    boolean same = learned(service) || name.equals(fallback);
    return new ServicePolicies(same ? byFallback : rule(name), byFallback, staleAfter);
  }

  private Policy rule(String name) {
    return switch (name) {
      case "hpa" -> new HpaPolicy(hpa);
      case "keda" -> new KedaPolicy(keda);
      case "kpa" -> new KpaPolicy(kpa);
      case "holt-winters" -> new HoltWintersPolicy(holtWinters);
      case "seasonal-max" -> new SeasonalMaxPolicy(seasonalMax);
      case "fixed" -> new FixedPolicy(fixed);
      default -> throw new IllegalStateException("rule must be one of " + RULES + ": " + name);
    };
  }

  private static String name(
      Settings settings, String key, String byDefault, List<String> allowed) {
    String name = settings.text(key, byDefault);
    if (!allowed.contains(name)) {
      throw Settings.invalid(key, "one of " + allowed, name, null);
    }
    return name;
  }
}
