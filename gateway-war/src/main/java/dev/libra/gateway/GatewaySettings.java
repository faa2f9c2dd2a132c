package dev.libra.gateway;

import dev.libra.fleet.Check;
import dev.libra.gateway.accesslog.AccessLogRules;
import dev.libra.gateway.balance.BalanceRules;
import dev.libra.gateway.balance.QueueLimits;
import dev.libra.gateway.jwt.JwtRules;
import dev.libra.gateway.proxy.BodyLimits;
import dev.libra.gateway.proxy.vertx.ListenRules;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How one gateway is set up; see {@code docs/configuration.md}.
 *
 * @param name this gateway's name towards control
 * @param home Libra's state directory
 * @param listen where clients are served
 * @param control control's address without a path
 * @param services names and first path segments of the services
 * @param routes routes to upstreams that are configured here
 * @param silence longest time in which nothing of a request or its answer moves
 * @param connectTimeout longest time to open a connection to a replica
 * @param retries most retries per request
 * @param retryBudget most retries as a share of all requests
 * @param trustedProxies addresses whose forwarding headers are believed
 * @param clientRate requests/s of one client, 0 for no bound
 * @param clientBurst requests of one client at once
 * @param jwt which routes want a token
 * @param accessLog null for none
 * @param eventLoops threads of the data path
 */
public record GatewaySettings(
    String name,
    Path home,
    ListenRules listen,
    URI control,
    List<String> services,
    List<StaticRoute> routes,
    BodyLimits bodies,
    QueueLimits queue,
    BalanceRules balance,
    Duration silence,
    Duration connectTimeout,
    int retries,
    double retryBudget,
    Set<String> trustedProxies,
    double clientRate,
    int clientBurst,
    JwtRules jwt,
    AccessLogRules accessLog,
    int eventLoops) {

  public GatewaySettings {
    Check.name("libra.process", name);
    Check.present("libra.home", home);
    Check.present("listen", listen);
    if (!"http".equals(control.getScheme()) && !"https".equals(control.getScheme())) {
      throw new IllegalArgumentException(
          "libra.control.url must be an absolute http(s) address, was: " + control);
    }
    services = List.copyOf(services);
    Check.between("number of libra.services", services.size(), 1, 1000);
    services.forEach(service -> Check.name("libra.services", service));
    routes = List.copyOf(routes);
    requireDistinct(services, routes);
    Check.present("bodies", bodies);
    Check.present("queue", queue);
    Check.present("balance", balance);
    Check.between("libra.gateway.timeout-ms", silence.toMillis(), 1, 600_000);
    Check.between("libra.gateway.connect-timeout-ms", connectTimeout.toMillis(), 1, 60_000);
    Check.between("libra.gateway.retries", retries, 0, 10);
    Check.between("libra.gateway.retry-budget", retryBudget, 0, 1);
    trustedProxies = Set.copyOf(trustedProxies);
    requireKnown(jwt.routes(), services, routes);
    Check.between("libra.gateway.event-loops", eventLoops, 1, 256);
  }

  private static void requireKnown(
      Set<String> wanted, List<String> services, List<StaticRoute> routes) {
    Set<String> known = new TreeSet<>(services);
    routes.forEach(route -> known.add(route.name()));
    if (!known.containsAll(wanted)) {
      throw new IllegalArgumentException(
          "libra.gateway.jwt.routes must be among " + known + ", was: " + wanted);
    }
  }

  private static void requireDistinct(List<String> services, List<StaticRoute> routes) {
    Set<String> taken = new HashSet<>(services);
    services.forEach(service -> taken.add("/" + service));
    for (StaticRoute route : routes) {
      if (!taken.add(route.name()) || !taken.add(route.prefix())) {
        throw new IllegalArgumentException(
            route.key() + ": its name or its path is taken already by a service or a route");
      }
    }
  }
}
