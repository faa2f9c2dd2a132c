package dev.libra.traffic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.libra.traffic.run.Order;
import dev.libra.traffic.run.RunView;
import dev.libra.traffic.run.Runs;
import dev.libra.traffic.scenario.Scenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/** The control API of the traffic process; docs/contracts.md lists its calls. */
final class TrafficApi implements HttpHandler {
  private static final int MAX_BODY = 10_000;
  private final Runs runs;
  private final byte[] token;

  TrafficApi(Runs runs, String clusterToken) {
    this.runs = runs;
    this.token = ("Bearer " + clusterToken).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestURI().getPath().equals("/health")) {
        answer(exchange, 200, Map.of("status", "UP"));
      } else if (!isAllowed(exchange)) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        problem(exchange, 401, "Unauthorized", "the cluster token is missing or wrong");
      } else {
        route(exchange);
      }
    }
  }

  private void route(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    try {
      if (call.equals("GET /scenarios")) {
        answer(exchange, 200, Scenarios.infos());
      } else if (call.equals("GET /runs")) {
        answer(exchange, 200, runs.list());
      } else if (call.matches("GET /runs/[a-z0-9-]+")) {
        found(exchange, runs.find(call.substring("GET /runs/".length())));
      } else if (call.matches("GET /runs/[a-z0-9-]+/report")) {
        report(exchange, call.split("/")[2]);
      } else if (call.equals("POST /runs")) {
        answer(exchange, 201, runs.start(order(exchange)));
      } else if (call.matches("DELETE /runs/[a-z0-9-]+")) {
        delete(exchange, call.substring("DELETE /runs/".length()));
      } else {
        problem(exchange, 404, "Not found", "there is no " + call);
      }
    } catch (IllegalArgumentException e) {
      problem(exchange, 400, "Bad request", e.getMessage());
    } catch (IllegalStateException e) {
      problem(exchange, 409, "Conflict", e.getMessage());
    }
  }

  private static void found(HttpExchange exchange, Optional<RunView> run) throws IOException {
    if (run.isPresent()) {
      answer(exchange, 200, run.get());
    } else {
      problem(exchange, 404, "Not found", "there is no such run");
    }
  }

  private void report(HttpExchange exchange, String id) throws IOException {
    Optional<Path> page = runs.page(id);
    if (page.isEmpty()) {
      problem(exchange, 404, "Not found", "there is no report of " + id + " (yet)");
    } else {
      send(exchange, 200, "text/html; charset=utf-8", Files.readAllBytes(page.get()));
    }
  }

  private void delete(HttpExchange exchange, String id) throws IOException {
    if (runs.stop(id)) {
      exchange.sendResponseHeaders(204, -1);
    } else {
      problem(exchange, 404, "Not found", "there is no run " + id);
    }
  }

  private static Order order(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      throw new IllegalArgumentException("the body may have " + MAX_BODY + " bytes");
    }
    return ApiJson.order(body);
  }

  private boolean isAllowed(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return header != null && MessageDigest.isEqual(header.getBytes(StandardCharsets.UTF_8), token);
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    send(exchange, status, "application/json", body);
  }

  /** RFC 9457. */
  private static void problem(HttpExchange exchange, int status, String title, String detail)
      throws IOException {
    Map<String, Object> body =
        Map.of("type", "about:blank", "title", title, "status", status, "detail", detail);
    send(exchange, status, "application/problem+json", body);
  }

  private static void send(HttpExchange exchange, int status, String type, Object body)
      throws IOException {
    send(exchange, status, type, ApiJson.bytes(body));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
