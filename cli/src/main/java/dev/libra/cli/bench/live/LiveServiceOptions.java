package dev.libra.cli.bench.live;

import dev.libra.cli.service.RequestOptions;
import dev.libra.fleet.ServiceSpec;
import dev.libra.traffic.call.Crowd;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The service that is scaled, and how the installation is configured for it. */
final class LiveServiceOptions {
  private static final String ACCOUNTS = "auth";

  @Option(
      names = "--service",
      defaultValue = "search",
      description = "Which of the shop's services (default: ${DEFAULT-VALUE}).")
  private String name;

  @Option(
      names = "--max",
      defaultValue = "6",
      description = "Most replicas (default: ${DEFAULT-VALUE}).")
  private int max;

  @Option(
      names = "--concurrency",
      defaultValue = "3",
      description = "Requests one replica works on at once (default: ${DEFAULT-VALUE}).")
  private int concurrency;

  @Mixin private RequestOptions requests;

  /** The CPU limit is the shipped search's, by its places. */
  ServiceSpec spec() {
    Crowd.requireService(name);
    return requests.spec(name, 1, max, concurrency);
  }

  /**
   * The same in the installation's keys; what the service needs beside it is kept at one replica.
   */
  Map<String, String> settings() {
    ServiceSpec spec = spec();
    TreeSet<String> services = new TreeSet<>(List.of(ACCOUNTS, name));
    if (name.equals("recommendation")) {
      services.add("search");
    }
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("libra.services", String.join(",", services));
    services.forEach(service -> settings.put(key(service, "max"), "1"));
    settings.put(key(name, "min"), Integer.toString(spec.minReplicas()));
    settings.put(key(name, "max"), Integer.toString(spec.maxReplicas()));
    settings.put(key(name, "slo-ms"), Double.toString(spec.sloMs()));
    settings.put(key(name, "concurrency"), Integer.toString(spec.concurrency()));
    settings.put(key(name, "service-time-ms"), Double.toString(spec.serviceTimeMs()));
    settings.put(key(name, "cpu-limit"), Double.toString(spec.cpuLimit()));
    return settings;
  }

  private static String key(String service, String what) {
    return "libra.service." + service + "." + what;
  }
}
