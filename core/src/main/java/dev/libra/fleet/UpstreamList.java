package dev.libra.fleet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All services' upstreams at one moment.
 *
 * @param version grows with every change, also across restarts
 */
public record UpstreamList(long version, Map<String, List<Upstream>> services) {

  public UpstreamList {
    Check.notNegative("version", version);
    Check.present("services", services);
    services =
        new TreeMap<>(
            services.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> List.copyOf(e.getValue()))));
  }

  /** The service's upstreams; empty for one that has none. */
  public List<Upstream> of(String service) {
    return services.getOrDefault(service, List.of());
  }
}
