package dev.libra.bench.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * A fast service in a process of its own: answers small JSON, at once or after a fixed time.
 *
 * <p>{@code /admin/inflight} answers the number of requests it works on, {@code /admin/fail/on} and
 * {@code /admin/fail/off} make it answer 500 or not.
 */
public final class Upstream {
  private static final Buffer JSON =
      Buffer.buffer("{\"id\":17,\"name\":\"a thing\",\"priceCents\":1999,\"inStock\":true}");

  private final Vertx vertx;
  private final String name;
  private final int delayMs;
  private int inFlight;
  private boolean failing;

  private Upstream(Vertx vertx, String name, int delayMs) {
    this.vertx = vertx;
    this.name = name;
    this.delayMs = delayMs;
  }

  /** Arguments: name, ms until an answer, ports. */
  public static void main(String[] arguments) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    Upstream upstream = new Upstream(vertx, arguments[0], Integer.parseInt(arguments[1]));
    for (int i = 2; i < arguments.length; i++) {
      vertx
          .createHttpServer(new HttpServerOptions().setTcpNoDelay(true).setIdleTimeout(0))
          .requestHandler(upstream::handle)
          .listen(Integer.parseInt(arguments[i]), "127.0.0.1")
          .onFailure(
              e -> {
                System.err.println(e.getMessage());
                System.exit(1);
              });
    }
  }

  private void handle(HttpServerRequest request) {
    String path = request.path();
    if (path.startsWith("/admin/")) {
      administer(request.response(), path);
      return;
    }
    inFlight++;
    if (delayMs == 0) {
      answer(request);
    } else {
      vertx.setTimer(delayMs, t -> answer(request));
    }
  }

  private void answer(HttpServerRequest request) {
    inFlight--;
    HttpServerResponse response = request.response();
    if (response.closed()) {
      return;
    }
    response.setStatusCode(failing ? 500 : 200);
    response.putHeader("Content-Type", "application/json");
    response.putHeader("X-Replica", name);
    response.end(JSON);
  }

  private void administer(HttpServerResponse response, String path) {
    switch (path) {
      case "/admin/fail/on" -> failing = true;
      case "/admin/fail/off" -> failing = false;
      default -> {}
    }
    response.end(Integer.toString(inFlight));
  }
}
