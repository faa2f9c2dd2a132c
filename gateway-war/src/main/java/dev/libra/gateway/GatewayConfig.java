package dev.libra.gateway;

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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/** Reads the gateway's settings from MicroProfile Config; every complaint names its key. */
final class GatewayConfig {
  private static final String OWN = "libra.gateway.";
  private static final String ROUTE = "libra.gateway.route.";
  private static final Set<String> OWN_KEYS =
      Set.of(
          "libra.gateway.port",
          "libra.gateway.management-port",
          "libra.gateway.url",
          "libra.gateway.max-connections",
          "libra.gateway.idle-ms",
          "libra.gateway.max-body-bytes",
          "libra.gateway.replay-bytes",
          "libra.gateway.queue-limit",
          "libra.gateway.queue-timeout-ms",
          "libra.gateway.max-delay-ms",
          "libra.gateway.timeout-ms",
          "libra.gateway.connect-timeout-ms",
          "libra.gateway.slow-start-ms",
          "libra.gateway.eject-after",
          "libra.gateway.eject-share",
          "libra.gateway.stall-ms",
          "libra.gateway.retries",
          "libra.gateway.retry-budget",
          "libra.gateway.trusted-proxies",
          "libra.gateway.client-rate",
          "libra.gateway.client-burst",
          "libra.gateway.access-log",
          "libra.gateway.access-log-mb",
          "libra.gateway.jwt.routes",
          "libra.gateway.jwt.jwks-url",
          "libra.gateway.jwt.issuer",
          "libra.gateway.jwt.audiences",
          "libra.gateway.jwt.skew-s",
          "libra.gateway.event-loops");

  private final Config config;
  private final ConfigReader read;

  GatewayConfig(Config config) {
    this.config = config;
    this.read = new ConfigReader(config);
  }

  GatewaySettings read() {
    Map<String, String> routes = staticRoutes();
    refuseUnknownKeys(routes.keySet());
    // Liberty listens there, and would take its own default for an impossible value.
    read.whole("libra.gateway.management-port", 8081, 1, 65_535);
    return new GatewaySettings(
        read.text("libra.process", "gateway"),
        Path.of(read.text("libra.home", ".libra")),
        listen(),
        URI.create(read.text("libra.control.url", "http://127.0.0.1:9080")),
        read.list("libra.services", "auth,search,recommendation,payment"),
        routes.entrySet().stream().map(e -> route(e.getKey(), e.getValue())).toList(),
        new BodyLimits(
            read.whole("libra.gateway.max-body-bytes", 1L << 30, 0, 1L << 50),
            (int) read.whole("libra.gateway.replay-bytes", 64 << 10, 0, 1 << 24)),
        queue(),
        balance(),
        read.millis("libra.gateway.timeout-ms", 30_000, 1),
        read.millis("libra.gateway.connect-timeout-ms", 1_000, 1),
        (int) read.whole("libra.gateway.retries", 2, 0, 10),
        read.number("libra.gateway.retry-budget", 0.2, 0, 1),
        Set.copyOf(read.list("libra.gateway.trusted-proxies", "")),
        read.number("libra.gateway.client-rate", 0, 0, 1e6),
        (int) read.whole("libra.gateway.client-burst", 100, 1, 1_000_000),
        jwt(),
        accessLog(),
        (int) read.whole("libra.gateway.event-loops", defaultEventLoops(), 1, 256));
  }

  private ListenRules listen() {
    return new ListenRules(
        read.text("libra.http.host", "127.0.0.1"),
        (int) read.whole("libra.gateway.port", 8080, 1, 65_535),
        (int) read.whole("libra.gateway.max-connections", 8192, 1, 128_000),
        read.millis("libra.gateway.idle-ms", 60_000, 100));
  }

  private JwtRules jwt() {
    return new JwtRules(
        Set.copyOf(read.list("libra.gateway.jwt.routes", "")),
        URI.create(read.text("libra.gateway.jwt.jwks-url", "").strip()),
        read.text("libra.gateway.jwt.issuer", ""),
        Set.copyOf(read.list("libra.gateway.jwt.audiences", "")),
        Duration.ofSeconds(read.whole("libra.gateway.jwt.skew-s", 30, 0, 600)));
  }

  private AccessLogRules accessLog() {
    long mebibytes = read.whole("libra.gateway.access-log-mb", 100, 1, 1_000_000);
    String file = read.text("libra.gateway.access-log", "").strip();
    Path home = Path.of(read.text("libra.home", ".libra"));
    return file.isEmpty() ? null : new AccessLogRules(home.resolve(file), mebibytes << 20);
  }

  private QueueLimits queue() {
    return new QueueLimits(
        (int) read.whole("libra.gateway.queue-limit", 10_000, 0, 1_000_000),
        read.millis("libra.gateway.queue-timeout-ms", 30_000, 1),
        read.millis("libra.gateway.max-delay-ms", 0, 0));
  }

  private BalanceRules balance() {
    BalanceRules standard = BalanceRules.DEFAULT;
    return new BalanceRules(
        read.millis("libra.gateway.slow-start-ms", standard.slowStart().toMillis(), 0),
        (int) read.whole("libra.gateway.eject-after", standard.ejectAfter(), 1, 1_000_000),
        read.number("libra.gateway.eject-share", standard.mostEjected(), 0, 1),
        read.millis("libra.gateway.stall-ms", standard.stall().toMillis(), 1));
  }

  private static int defaultEventLoops() {
    return Math.min(16, Runtime.getRuntime().availableProcessors());
  }

  private StaticRoute route(String name, String text) {
    String key = ROUTE + name + ".concurrency";
    return StaticRoute.parse(name, text, (int) read.whole(key, 64, 1, 10_000));
  }

  /** The routes' texts by name; LIBRA_GATEWAY_ROUTES_MY_SHOP is the route my-shop. */
  private Map<String, String> staticRoutes() {
    Map<String, String> routes = new TreeMap<>();
    String start = environmentName(StaticRoute.KEYS);
    for (String name : config.getPropertyNames()) {
      String comparable = environmentName(name);
      if (comparable.startsWith(start)) {
        String route = comparable.substring(start.length()).replace('_', '-');
        routes.put(route.toLowerCase(Locale.ROOT), read.text(name, ""));
      }
    }
    return routes;
  }

  /**
   * Keys of other processes are theirs to judge.
   *
   * <p>Names are compared in the form of environment variables: of LIBRA_GATEWAY_TIMEOUT_MS the
   * configuration also makes up the name libra.gateway.timeout.ms.
   */
  private void refuseUnknownKeys(Set<String> routes) {
    Set<String> known = new HashSet<>();
    OWN_KEYS.forEach(key -> known.add(environmentName(key)));
    routes.forEach(route -> known.add(environmentName(StaticRoute.KEYS + route)));
    routes.forEach(route -> known.add(environmentName(ROUTE + route + ".concurrency")));
    for (String name : config.getPropertyNames()) {
      String comparable = environmentName(name);
      if (comparable.startsWith(environmentName(OWN)) && !known.contains(comparable)) {
        throw new IllegalArgumentException(
            "unknown configuration key %s; known are %s"
                .formatted(name, OWN_KEYS.stream().sorted().toList()));
      }
    }
  }

  private static String environmentName(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
