package dev.libra.control.ejb;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which policy decides about which service, and every policy's parameters.
 *
 * @param names the policy's name by the service's
 */
record PolicySettings(
    Map<String, String> names,
    HpaSettings hpa,
    KedaSettings keda,
    KpaSettings kpa,
    HoltWintersSettings holtWinters,
    SeasonalMaxSettings seasonalMax,
    FixedSettings fixed) {
  private static final List<String> ALLOWED =
      List.of("hpa", "keda", "kpa", "holt-winters", "seasonal-max", "fixed");

  PolicySettings {
    names = Map.copyOf(names);
  }

  /** Reads all keys, also those of policies that nobody uses: a misspelt one is refused. */
  static PolicySettings from(Settings settings, List<ServiceSpec> services) {
    String general = name(settings, "libra.policy.name", "hpa");
    Map<String, String> names = new HashMap<>();
    for (ServiceSpec service : services) {
      String key = "libra.service." + service.name() + ".policy";
      names.put(service.name(), name(settings, key, general));
    }
    PolicyKeys keys = new PolicyKeys(settings);
    return new PolicySettings(
        names,
        keys.hpa(),
        keys.keda(),
        keys.kpa(),
        keys.holtWinters(),
        keys.seasonalMax(),
        keys.fixed());
  }

  /** A policy for one service, which has seen nothing yet. */
  Policy create(ServiceSpec service) {
    String name = names.get(service.name());
    return switch (name) {
      case "hpa" -> new HpaPolicy(hpa);
      case "keda" -> new KedaPolicy(keda);
      case "kpa" -> new KpaPolicy(kpa);
      case "holt-winters" -> new HoltWintersPolicy(holtWinters);
      case "seasonal-max" -> new SeasonalMaxPolicy(seasonalMax);
      case "fixed" -> new FixedPolicy(fixed);
      default -> throw new IllegalStateException("policy must be one of " + ALLOWED + ": " + name);
    };
  }

  private static String name(Settings settings, String key, String byDefault) {
    String name = settings.text(key, byDefault);
    if (!ALLOWED.contains(name)) {
      throw Settings.invalid(key, "one of " + ALLOWED, name, null);
    }
    return name;
  }
}
