package dev.libra.traffic;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.libra.load.RunRequest;
import dev.libra.load.RunStatus.State;
import dev.libra.traffic.chaos.ChaosPlan;
import dev.libra.traffic.run.Order;
import dev.libra.traffic.run.RunView;
import dev.libra.traffic.run.Runs;
import dev.libra.traffic.scenario.Scenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The control API of the traffic process; docs/contracts.md lists its calls. */
final class TrafficApi implements HttpHandler {
  private static final int MAX_BODY = 10_000;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addSerializer(State.class, new LowerCase()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Runs runs;
  private final byte[] token;

  /** As sent: what is missing has a default. */
  private record Wanted(
      String scenario,
      String service,
      Double rateScale,
      Double timeScale,
      Double durationS,
      Long seed,
      String target,
      String chaos) {

    Order order() {
      ChaosPlan plan = chaos == null ? ChaosPlan.NONE : ChaosPlan.parse(chaos);
      return new Order(request(), seed == null ? 1 : seed, target, plan);
    }

    private RunRequest request() {
      return new RunRequest(
          scenario,
          service,
          rateScale == null ? 1 : rateScale,
          timeScale == null ? 1 : timeScale,
          durationS);
    }
  }

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
        answer(exchange, 201, runs.start(wanted(exchange).order()));
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

  private static Wanted wanted(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      throw new IllegalArgumentException("the body may have " + MAX_BODY + " bytes");
    }
    try {
      Wanted wanted = JSON.readValue(body, Wanted.class);
      if (wanted == null) {
        throw new IllegalArgumentException("the body must be a JSON object");
      }
      return wanted;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the body is not a run: " + e.getOriginalMessage(), e);
    }
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
    send(exchange, status, type, JSON.writeValueAsBytes(body));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Enums go out in lower case, as everywhere on the wire. */
  private static final class LowerCase extends StdSerializer<State> {
    private static final long serialVersionUID = 1L;

    LowerCase() {
      super(State.class);
    }

    @Override
    public void serialize(State state, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(state.name().toLowerCase(Locale.ROOT));
    }
  }
}
