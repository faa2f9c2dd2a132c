package dev.libra.control.ejb;

import dev.libra.fleet.ServiceSpec;
import java.util.Map;

/**
 * What a service gets whose keys are not set; a service of the user's own gets the general ones.
 */
final class ServiceDefaults {
  private static final Map<String, ServiceSpec> SHIPPED =
      Map.of(
          "auth", spec("auth", 250, 30, 0.25),
          "search", spec("search", 300, 60, 0.12),
          "recommendation", spec("recommendation", 400, 60, 0.10),
          "payment", spec("payment", 500, 60, 0.15));

  private ServiceDefaults() {}

  static ServiceSpec of(String service) {
    ServiceSpec shipped = SHIPPED.get(service);
    return shipped == null ? spec(service, 500, 0, 0.25) : shipped;
  }

  private static ServiceSpec spec(
      String name, double sloMs, double serviceTimeMs, double cpuLimit) {
    return new ServiceSpec(name, 1, 6, sloMs, 4, serviceTimeMs, cpuLimit, 0.05);
  }
}
