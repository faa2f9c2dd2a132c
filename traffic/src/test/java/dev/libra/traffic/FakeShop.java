package dev.libra.traffic;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as the gateway does, and counts the calls per service. */
final class FakeShop implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final int port;

  FakeShop() {
    port =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(10, TimeUnit.SECONDS)
            .join()
            .actualPort();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  int calls(String service) {
    return calls.getOrDefault(service, new AtomicInteger()).get();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private void answer(HttpServerRequest request) {
    String service = request.path().split("/")[1];
    calls.computeIfAbsent(service, s -> new AtomicInteger()).incrementAndGet();
    switch (request.path()) {
      case "/auth/users" -> request.response().setStatusCode(201).end("{}");
      case "/auth/tokens" -> request.response().end("{\"token\":\"t\",\"expiresInS\":3600}");
      default -> {
        boolean known = "Bearer t".equals(request.getHeader("Authorization"));
        request.response().setStatusCode(known ? 200 : 401).end("{}");
      }
    }
  }
}
