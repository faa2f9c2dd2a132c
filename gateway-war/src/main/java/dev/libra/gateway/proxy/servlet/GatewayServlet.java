package dev.libra.gateway.proxy.servlet;

import dev.libra.gateway.proxy.BodyLimits;
import dev.libra.gateway.proxy.ClientRate;
import dev.libra.gateway.proxy.EventLoop;
import dev.libra.gateway.proxy.Exchange;
import dev.libra.gateway.proxy.Framing;
import dev.libra.gateway.proxy.Headers;
import dev.libra.gateway.proxy.Problem;
import dev.libra.gateway.proxy.ProxyRules;
import dev.libra.gateway.proxy.RequestBody;
import dev.libra.gateway.proxy.RequestHead;
import dev.libra.gateway.proxy.Route;
import dev.libra.gateway.proxy.Router;
import dev.libra.gateway.proxy.Syntax;
import dev.libra.gateway.proxy.UpstreamClient;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The gateway's front door: one servlet for all paths. */
public final class GatewayServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MOST_LONG_BODIES = 128;
  private static final Set<String> REFUSED = Set.of("TRACE", "CONNECT");

  private final transient Router router;
  private final transient ProxyRules rules;
  private final transient UpstreamClient upstream;
  private final transient BodyLimits bodies;
  private final transient ClientRate clientRate;
  private final transient ExecutorService readers = readers();

  public GatewayServlet(
      Router router,
      ProxyRules rules,
      UpstreamClient upstream,
      BodyLimits bodies,
      ClientRate clientRate) {
    this.router = router;
    this.rules = rules;
    this.upstream = upstream;
    this.bodies = bodies;
    this.clientRate = clientRate;
  }

  /** Threads for long bodies: as many as there are bodies, up to a bound. */
  private static ExecutorService readers() {
    return new ThreadPoolExecutor(
        0,
        MOST_LONG_BODIES,
        30,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        step -> {
          Thread thread = new Thread(step, "libra-body");
          thread.setDaemon(true);
          return thread;
        });
  }

  @Override
  public void destroy() {
    readers.shutdownNow();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long arrivedAt = rules.nanoTime().getAsLong();
    AsyncContext async = request.startAsync();
    // Waiting and trying have limits of their own.
    async.setTimeout(0);
    RequestHead head = head(request);
    ServletClient client = new ServletClient(async, head, rules.log(), arrivedAt);
    Route route = router.route(head.target());
    Problem refusal = refusal(request.getProtocol(), head, route, arrivedAt);
    if (refusal != null) {
      client.problem(refusal);
      return;
    }
    Arrival arrival = new Arrival(client, head, route, upstream.loop(), arrivedAt);
    if (hasBody(request)) {
      IncomingBody body =
          IncomingBody.of(request, new Bodies(bodies, readers, arrival.loop), arrival);
      client.sends(body);
      body.start();
    } else {
      arrival.ready(null);
    }
  }

  private Problem refusal(String protocol, RequestHead head, Route route, long arrivedAt) {
    Problem unsound = Syntax.refusal(protocol, head);
    if (unsound == null) {
      unsound = Framing.refusal(head.method(), head.headers());
    }
    if (unsound != null) {
      return unsound;
    }
    if (REFUSED.contains(head.method())) {
      return Problem.of(405, head.method() + " is not allowed");
    }
    if (route == null) {
      return Problem.of(404, "No service at this path; there are: " + router.prefixes());
    }
    long wait = clientRate.take(head.peer(), arrivedAt);
    if (wait > 0) {
      int seconds = (int) TimeUnit.NANOSECONDS.toSeconds(wait) + 1;
      return Problem.of(429, "Too many requests from this client").retryAfter(seconds);
    }
    return null;
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() >= 0 || request.getHeader("Transfer-Encoding") != null;
  }

  private static RequestHead head(HttpServletRequest request) {
    Headers headers = new Headers();
    for (Enumeration<String> names = request.getHeaderNames(); names.hasMoreElements(); ) {
      String name = names.nextElement();
      Enumeration<String> values = request.getHeaders(name);
      while (values.hasMoreElements()) {
        headers.add(name, values.nextElement());
      }
    }
    String query = request.getQueryString();
    String path = request.getRequestURI();
    String host = headers.first("Host");
    return new RequestHead(
        request.getMethod(),
        query == null ? path : path + "?" + query,
        headers,
        request.getRemoteAddr(),
        host == null ? request.getServerName() + ":" + request.getServerPort() : host);
  }

  /** A request whose route is known. */
  private final class Arrival implements IncomingBody.Collected {
    private final ServletClient client;
    private final RequestHead head;
    private final Route route;
    private final EventLoop loop;
    private final long arrivedAt;

    Arrival(ServletClient client, RequestHead head, Route route, EventLoop loop, long arrivedAt) {
      this.client = client;
      this.head = head;
      this.route = route;
      this.loop = loop;
      this.arrivedAt = arrivedAt;
    }

    @Override
    public void ready(RequestBody body) {
      route.access().check(head, refusal -> decided(body, refusal));
    }

    private void decided(RequestBody body, Problem refusal) {
      if (refusal != null) {
        route.counters().denied().increment();
        client.refuse(refusal);
        return;
      }
      Exchange exchange = new Exchange(head, body, client, route, rules, upstream, loop, arrivedAt);
      client.serve(exchange);
      exchange.start();
    }

    @Override
    public void failed(Throwable cause) {
      client.refuse(Problem.ofBody(cause));
    }
  }
}
