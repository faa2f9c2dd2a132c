package dev.libra.gateway;

import dev.libra.fleet.UpstreamList;
import dev.libra.gateway.accesslog.FileAccessLog;
import dev.libra.gateway.balance.ServicePool;
import dev.libra.gateway.control.ControlClient;
import dev.libra.gateway.control.ReportSender;
import dev.libra.gateway.control.UpstreamCache;
import dev.libra.gateway.control.UpstreamPoller;
import dev.libra.gateway.jwt.JwtCheck;
import dev.libra.gateway.metering.ServiceMeter;
import dev.libra.gateway.proxy.AccessCheck;
import dev.libra.gateway.proxy.AccessLog;
import dev.libra.gateway.proxy.Admission;
import dev.libra.gateway.proxy.ClientRate;
import dev.libra.gateway.proxy.HeaderRules;
import dev.libra.gateway.proxy.ProxyRules;
import dev.libra.gateway.proxy.RetryBudget;
import dev.libra.gateway.proxy.RetryPolicy;
import dev.libra.gateway.proxy.Route;
import dev.libra.gateway.proxy.Router;
import dev.libra.gateway.proxy.vertx.GatewayServer;
import dev.libra.metrics.Interval;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** One running gateway: all its parts, wired, and what repeats in the background. */
public final class Gateway implements AutoCloseable {
  /** Some MB, and more than a second at full rate. */
  private static final int MOST_LINES = 16_384;

  private static final Duration POLL_EVERY = Duration.ofMillis(250);
  private static final Duration REPORT_EVERY = Duration.ofSeconds(1);
  private static final Duration TICK_EVERY = Duration.ofMillis(20);

  private final Map<String, Route> routes = new TreeMap<>();
  private final Map<String, Route> registered = new TreeMap<>();
  private final Map<String, Interval> lastIntervals = new ConcurrentHashMap<>();
  private final UpstreamPoller poller;
  private final ReportSender sender;
  private final GatewayServer server;

  /** Null if there is none. */
  private final FileAccessLog accessLog;

  /** Null if no route wants a token. */
  private final JwtCheck jwt;

  private final Repeater repeater = new Repeater();

  public Gateway(GatewaySettings settings, String clusterToken, Clock clock) {
    SplittableRandom random = new SplittableRandom();
    accessLog =
        settings.accessLog() == null
            ? null
            : new FileAccessLog(settings.accessLog(), MOST_LINES, clock);
    jwt = settings.jwt().routes().isEmpty() ? null : new JwtCheck(settings.jwt(), clock);
    Map<String, Route> byPrefix = new HashMap<>();
    for (String service : settings.services()) {
      Route route = route(service, settings, random, clock);
      registered.put(service, route);
      byPrefix.put("/" + service, route);
    }
    for (StaticRoute fixed : settings.routes()) {
      Route route = route(fixed.name(), settings, random, clock);
      route.pool().update(fixed.upstreams());
      byPrefix.put(fixed.prefix(), route);
    }
    byPrefix.values().forEach(route -> routes.put(route.service(), route));
    ProxyRules rules =
        new ProxyRules(
            new HeaderRules(settings.trustedProxies()),
            new RetryPolicy(settings.retries(), new RetryBudget(settings.retryBudget())),
            settings.silence(),
            settings.balance().stall(),
            accessLog == null ? AccessLog.NONE : accessLog,
            System::nanoTime,
            clock);
    ClientRate clientRate =
        new ClientRate(
            settings.clientRate(), settings.clientBurst(), random.nextInt(), System.nanoTime());
    server =
        new GatewayServer(
            settings.listen(),
            settings.eventLoops(),
            settings.connectTimeout(),
            new Admission(new Router(byPrefix), clientRate),
            rules,
            settings.bodies());
    ControlClient control = new ControlClient(settings.control(), clusterToken);
    UpstreamCache cache =
        new UpstreamCache(
            settings.home().resolve("cache").resolve(settings.name() + "-upstreams.json"));
    poller = new UpstreamPoller(control, cache, this::route);
    sender = new ReportSender(settings.name(), control, poller::version);
  }

  private Route route(String name, GatewaySettings settings, SplittableRandom random, Clock clock) {
    AccessCheck access = settings.jwt().routes().contains(name) ? jwt : AccessCheck.OPEN;
    ServicePool pool =
        new ServicePool(settings.queue(), settings.balance(), random.split(), System::nanoTime);
    return Route.of(name, pool, new ServiceMeter(name, clock), access);
  }

  /**
   * Begins to follow control, to serve and to report; call once.
   *
   * @throws java.io.UncheckedIOException if its port can't be had
   */
  public void start() {
    if (accessLog != null) {
      accessLog.start();
    }
    poller.restore();
    server.start();
    repeater.every(TICK_EVERY, "libra-tick", this::tick);
    repeater.every(POLL_EVERY, "libra-poll", poller::poll);
    repeater.every(REPORT_EVERY, "libra-report", this::report);
  }

  private void route(UpstreamList list) {
    registered.forEach((service, route) -> route.pool().update(list.of(service)));
  }

  private void tick() {
    routes.values().forEach(route -> route.pool().tick());
  }

  private void report() throws InterruptedException {
    List<Interval> intervals = routes.values().stream().map(r -> r.meter().next()).toList();
    intervals.forEach(this::keep);
    // Control knows nothing of the routes that are configured here.
    sender.send(intervals.stream().filter(i -> registered.containsKey(i.service())).toList());
  }

  private void keep(Interval interval) {
    lastIntervals.put(interval.service(), interval);
    routes.get(interval.service()).latency().add(interval.latency());
  }

  Map<String, Route> routes() {
    return routes;
  }

  /** A percentile of the latencies of the last whole second in ms, 0 if there were none. */
  double latencyMs(String service, double percentile) {
    Interval last = lastIntervals.get(service);
    return last == null ? 0 : last.latency().getValueAtPercentile(percentile) / 1000.0;
  }

  /**
   * Whether it can route: it knows an upstream list, be it an old one, or has routes of its own.
   */
  public boolean isReady() {
    return poller.current().isPresent() || routes.size() > registered.size();
  }

  /** Whether its background work goes on. */
  public boolean isLive() {
    return repeater.isLive();
  }

  /** Connections of clients. */
  int connections() {
    return server.connections();
  }

  /** Lines of the access log that were not written. */
  long droppedLines() {
    return accessLog == null ? 0 : accessLog.dropped();
  }

  long upstreamsVersion() {
    return poller.version();
  }

  @Override
  public void close() {
    // What waits for a place is still served: places come from what repeats.
    server.close();
    repeater.close();
    if (jwt != null) {
      jwt.close();
    }
    if (accessLog != null) {
      accessLog.close();
    }
  }
}
