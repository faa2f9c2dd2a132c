package dev.libra.gateway.proxy.vertx;

import dev.libra.fleet.ReplicaState;
import dev.libra.fleet.Upstream;
import dev.libra.gateway.balance.BalanceRules;
import dev.libra.gateway.balance.QueueLimits;
import dev.libra.gateway.balance.ServicePool;
import dev.libra.gateway.metering.ServiceMeter;
import dev.libra.gateway.proxy.AccessCheck;
import dev.libra.gateway.proxy.AccessLog;
import dev.libra.gateway.proxy.Admission;
import dev.libra.gateway.proxy.BodyLimits;
import dev.libra.gateway.proxy.ClientRate;
import dev.libra.gateway.proxy.HeaderRules;
import dev.libra.gateway.proxy.ProxyRules;
import dev.libra.gateway.proxy.RetryBudget;
import dev.libra.gateway.proxy.RetryPolicy;
import dev.libra.gateway.proxy.Route;
import dev.libra.gateway.proxy.Router;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;

/** The data path without Liberty, with the service {@code search} at one address. */
final class RunningServer implements AutoCloseable {
  static final int MOST_BYTES = 1 << 20;
  static final int REPLAYED = 1 << 16;

  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final int port;
  private final GatewayServer server;
  private final List<AccessLog.Entry> log = new CopyOnWriteArrayList<>();

  /** With limits that no test meets by chance. */
  RunningServer(URI upstream) throws IOException {
    this(upstream, freePort());
  }

  RunningServer(URI upstream, int port) {
    this(upstream, new ListenRules("127.0.0.1", port, 100, Duration.ofSeconds(60)), SILENCE);
  }

  /** With limits of its own. */
  RunningServer(URI upstream, int connections, Duration idle, Duration silence) throws IOException {
    this(upstream, new ListenRules("127.0.0.1", freePort(), connections, idle), silence);
  }

  private RunningServer(URI upstream, ListenRules listen, Duration silence) {
    port = listen.port();
    QueueLimits queue = new QueueLimits(10, Duration.ofSeconds(10));
    ServicePool pool =
        new ServicePool(queue, BalanceRules.DEFAULT, new SplittableRandom(1), System::nanoTime);
    pool.update(List.of(new Upstream("search-1", upstream, ReplicaState.READY, 8)));
    Route route =
        Route.of("search", pool, new ServiceMeter("search", Clock.systemUTC()), AccessCheck.OPEN);
    ProxyRules rules =
        new ProxyRules(
            new HeaderRules(Set.of()),
            new RetryPolicy(0, new RetryBudget(0.2)),
            silence,
            Duration.ofSeconds(3),
            log::add,
            System::nanoTime,
            Clock.systemUTC());
    server =
        new GatewayServer(
            listen,
            2,
            Duration.ofSeconds(1),
            new Admission(
                new Router(Map.of("/search", route)), new ClientRate(0, 1, 1, System.nanoTime())),
            rules,
            new BodyLimits(MOST_BYTES, REPLAYED));
    server.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  GatewayServer server() {
    return server;
  }

  /** What the access log has heard. */
  List<AccessLog.Entry> log() {
    return log;
  }

  Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(20_000);
    return socket;
  }

  /** Sends this and reads all that comes until the gateway closes the connection. */
  String raw(String request) throws IOException {
    try (Socket socket = connect()) {
      send(socket, request);
      return rest(socket);
    }
  }

  static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** Reads until the text has come. */
  static String until(Socket socket, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf(end) < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("closed after: " + text);
      }
      text.append((char) next);
    }
    return text.toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
