package dev.libra.gateway.proxy.vertx;

import dev.libra.gateway.proxy.Admission;
import dev.libra.gateway.proxy.BodyLimits;
import dev.libra.gateway.proxy.EventLoop;
import dev.libra.gateway.proxy.Exchange;
import dev.libra.gateway.proxy.Headers;
import dev.libra.gateway.proxy.Problem;
import dev.libra.gateway.proxy.ProxyRules;
import dev.libra.gateway.proxy.RequestBody;
import dev.libra.gateway.proxy.RequestHead;
import dev.libra.gateway.proxy.Route;
import dev.libra.gateway.proxy.UpstreamClient;
import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Serves the clients of one loop; all but {@link #listen} and {@link #leave} happens there. */
final class FrontDoor {
  private static final Logger LOG = System.getLogger(FrontDoor.class.getName());
  private static final int LONGEST_REQUEST_LINE = 16 * 1024;
  private static final int LONGEST_FIELDS = 64 * 1024;
  private static final int BACKLOG = 1024;

  private final VertxLoop loop;
  private final ListenRules listen;
  private final Attendance attendance;
  private final Admission admission;
  private final ProxyRules rules;
  private final BodyLimits bodies;
  private final UpstreamClient upstream;
  private final HttpServer server;
  private final Map<HttpConnection, ClientConnection> connections = new IdentityHashMap<>();

  FrontDoor(
      VertxLoop loop,
      ListenRules listen,
      Attendance attendance,
      Admission admission,
      ProxyRules rules,
      BodyLimits bodies,
      UpstreamClient upstream) {
    this.loop = loop;
    this.listen = listen;
    this.attendance = attendance;
    this.admission = admission;
    this.rules = rules;
    this.bodies = bodies;
    this.upstream = upstream;
    server =
        loop.vertx()
            .createHttpServer(options(listen))
            .connectionHandler(this::opened)
            .requestHandler(this::asked)
            .invalidRequestHandler(this::malformed);
  }

  private static HttpServerOptions options(ListenRules listen) {
    return new HttpServerOptions()
        .setHost(listen.host())
        .setPort(listen.port())
        .setAcceptBacklog(BACKLOG)
        .setTcpNoDelay(true)
        .setTcpKeepAlive(true)
        .setHttp2ClearTextEnabled(false)
        .setMaxInitialLineLength(LONGEST_REQUEST_LINE)
        .setMaxHeaderSize(LONGEST_FIELDS);
  }

  /** Takes its share of the port's connections from now on. */
  Future<HttpServer> listen() {
    return loop.call(server::listen);
  }

  private void opened(HttpConnection connection) {
    if (!attendance.connect()) {
      connection.close();
      return;
    }
    Runnable forget = () -> connections.remove(connection);
    ClientConnection client = new ClientConnection(connection, loop, attendance, listen, forget);
    connections.put(connection, client);
    connection.closeHandler(v -> client.closed());
  }

  private void asked(HttpServerRequest request) {
    ClientConnection connection = connections.get(request.connection());
    if (connection == null || connection.isEnding()) {
      return;
    }
    try {
      serve(request, connection);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A request could not be served: " + request.uri(), e);
      connection.abort();
    }
  }

  private void serve(HttpServerRequest request, ClientConnection connection) {
    long arrivedAt = rules.nanoTime().getAsLong();
    RequestHead head = head(request, connection);
    ClientAnswer answer = new ClientAnswer(connection, request, head, rules, arrivedAt);
    Route route = admission.route(head);
    Problem refusal = admission.refusal(protocol(request), head, route, arrivedAt);
    if (refusal != null && refusal.endsConnection()) {
      answer.problem(refusal);
      return;
    }
    Arrival arrival = new Arrival(this, answer, head, route, arrivedAt);
    ClientBody body = body(request, head, arrival);
    answer.sends(body);
    if (refusal == null) {
      arrival.check(body);
    } else {
      answer.problem(refusal);
    }
  }

  private static RequestHead head(HttpServerRequest request, ClientConnection connection) {
    Headers headers = new Headers();
    request.headers().forEach(headers::add);
    return RequestHead.of(
        request.method().name(), request.uri(), headers, connection.peer(), connection.address());
  }

  /** The request's version; Vert.x itself answers those that it does not know. */
  private static String protocol(HttpServerRequest request) {
    return switch (request.version()) {
      case HTTP_1_0 -> "HTTP/1.0";
      case HTTP_1_1 -> "HTTP/1.1";
      case HTTP_2 -> "HTTP/2.0";
    };
  }

  /** The request's body, held back, or null if it has none. */
  private ClientBody body(HttpServerRequest request, RequestHead head, Arrival arrival) {
    String length = head.headers().first("Content-Length");
    if (length == null && !head.headers().has("Transfer-Encoding")) {
      return null;
    }
    request.pause();
    return new ClientBody(request, length, bodies, loop, rules.silence(), arrival);
  }

  EventLoop loop() {
    return loop;
  }

  Exchange exchange(
      RequestHead head, RequestBody body, ClientAnswer answer, Route route, long arrivedAt) {
    return new Exchange(head, body, answer, route, rules, upstream, loop, arrivedAt);
  }

  /** Answers what is no HTTP/1.1 and ends its connection. */
  private void malformed(HttpServerRequest request) {
    ClientConnection connection = connections.get(request.connection());
    if (connection == null || connection.isEnding()) {
      return;
    }
    RequestHead head =
        new RequestHead("GET", "/", new Headers(), connection.peer(), connection.address());
    long arrivedAt = rules.nanoTime().getAsLong();
    new ClientAnswer(connection, request, head, rules, arrivedAt)
        .problem(problem(request.decoderResult().cause()));
  }

  private static Problem problem(Throwable cause) {
    if (!(cause instanceof TooLongFrameException)) {
      return Problem.of(400, "This is no HTTP/1.1 request");
    }
    // Netty tells the two apart by their text only.
    boolean fields = String.valueOf(cause.getMessage()).contains("header");
    return fields
        ? Problem.of(431, "Header fields take up to " + LONGEST_FIELDS + " bytes")
        : Problem.of(414, "A request line takes up to " + LONGEST_REQUEST_LINE + " bytes");
  }

  /** Closes connections that serve no request; the others end with theirs. */
  void leave() {
    loop.execute(() -> List.copyOf(connections.values()).forEach(ClientConnection::closeIfIdle));
  }

  /** Closes all connections. */
  Future<Void> close() {
    return server.close();
  }
}
