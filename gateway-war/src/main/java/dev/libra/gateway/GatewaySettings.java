package dev.libra.gateway;

import dev.libra.fleet.Check;
import dev.libra.gateway.balance.QueueLimits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How one gateway is set up; see {@code docs/configuration.md}.
 *
 * @param name this gateway's name towards control
 * @param home Libra's state directory
 * @param control control's address without a path
 * @param services names and first path segments of the services
 * @param maxBodyBytes longest request body that is accepted
 * @param tryTimeout longest time from a try's dispatch to the answer's last byte
 * @param connectTimeout longest time to open a connection to a replica
 * @param retries most retries per request
 * @param retryBudget most retries as a share of all requests
 * @param trustedProxies addresses whose forwarding headers are believed
 * @param eventLoops threads that talk to replicas
 */
public record GatewaySettings(
    String name,
    Path home,
    URI control,
    List<String> services,
    int maxBodyBytes,
    QueueLimits queue,
    Duration tryTimeout,
    Duration connectTimeout,
    int retries,
    double retryBudget,
    Set<String> trustedProxies,
    int eventLoops) {

  public GatewaySettings {
    Check.name("libra.process", name);
    Check.present("libra.home", home);
    if (!"http".equals(control.getScheme()) && !"https".equals(control.getScheme())) {
      throw new IllegalArgumentException(
          "libra.control.url must be an absolute http(s) address, was: " + control);
    }
    services = List.copyOf(services);
    Check.between("number of libra.services", services.size(), 1, 1000);
    services.forEach(service -> Check.name("libra.services", service));
    Check.between("libra.gateway.max-body-bytes", maxBodyBytes, 0, 1 << 30);
    Check.present("queue", queue);
    Check.between("libra.gateway.timeout-ms", tryTimeout.toMillis(), 1, 600_000);
    Check.between("libra.gateway.connect-timeout-ms", connectTimeout.toMillis(), 1, 60_000);
    Check.between("libra.gateway.retries", retries, 0, 10);
    Check.between("libra.gateway.retry-budget", retryBudget, 0, 1);
    trustedProxies = Set.copyOf(trustedProxies);
    Check.between("libra.gateway.event-loops", eventLoops, 1, 256);
  }
}
