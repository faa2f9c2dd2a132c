package dev.libra.gateway.proxy.servlet;

import dev.libra.gateway.proxy.Exchange;
import dev.libra.gateway.proxy.Headers;
import dev.libra.gateway.proxy.Problem;
import dev.libra.gateway.proxy.ProxyRules;
import dev.libra.gateway.proxy.RequestHead;
import dev.libra.gateway.proxy.Route;
import dev.libra.gateway.proxy.UpstreamClient;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;

/** The gateway's front door: one servlet for all paths. */
public final class GatewayServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, Route> routes;
  private final transient ProxyRules rules;
  private final transient UpstreamClient upstream;
  private final int maxBodyBytes;

  /**
   * @param routes by first path segment
   * @param maxBodyBytes longest request body that is accepted
   */
  public GatewayServlet(
      Map<String, Route> routes, ProxyRules rules, UpstreamClient upstream, int maxBodyBytes) {
    this.routes = Map.copyOf(routes);
    this.rules = rules;
    this.upstream = upstream;
    this.maxBodyBytes = maxBodyBytes;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long arrivedAt = rules.nanoTime().getAsLong();
    AsyncContext async = request.startAsync();
    // Waiting and trying have limits of their own.
    async.setTimeout(0);
    RequestHead head = head(request);
    ServletClient client = new ServletClient(async, head);
    Route route = routes.get(head.firstSegment());
    if (head.method().equals("TRACE") || head.method().equals("CONNECT")) {
      client.problem(Problem.of(405, head.method() + " is not allowed"));
    } else if (route == null) {
      client.problem(Problem.of(404, "No service at this path; there are: " + routes.keySet()));
    } else {
      RequestBody.read(request, maxBodyBytes)
          .whenComplete(
              (body, failure) -> {
                if (failure == null) {
                  exchange(client, head, body, route, arrivedAt);
                } else {
                  client.bodyFailed(failure);
                }
              });
    }
  }

  private void exchange(
      ServletClient client, RequestHead head, byte[] body, Route route, long arrivedAt) {
    Exchange exchange = new Exchange(head, body, client, route, rules, upstream, arrivedAt);
    client.serve(exchange);
    exchange.start();
  }

  private static RequestHead head(HttpServletRequest request) {
    Headers headers = new Headers();
    for (String name : Collections.list(request.getHeaderNames())) {
      for (String value : Collections.list(request.getHeaders(name))) {
        headers.add(name, value);
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
}
