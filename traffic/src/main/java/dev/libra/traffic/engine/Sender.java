package dev.libra.traffic.engine;

import dev.libra.traffic.call.Call;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Sends calls over kept connections and says how each ended. */
final class Sender {
  /** Shorter than the gateway keeps idle connections, so that none is closed under a request. */
  private static final int KEEP_ALIVE_S = 20;

  private final EngineSettings settings;
  private final HttpClient client;
  private final AtomicInteger inFlight = new AtomicInteger();

  Sender(Vertx vertx, EngineSettings settings) {
    this.settings = settings;
    HttpClientOptions options =
        new HttpClientOptions()
            .setDefaultHost(settings.gateway().getHost())
            .setDefaultPort(settings.port())
            .setKeepAliveTimeout(KEEP_ALIVE_S)
            .setConnectTimeout(10_000)
            .setTcpNoDelay(true);
    PoolOptions pool =
        new PoolOptions().setHttp1MaxSize(settings.maxInFlight()).setMaxWaitQueueSize(-1);
    this.client = vertx.createHttpClient(options, pool);
  }

  int inFlight() {
    return inFlight.get();
  }

  /**
   * Sends the call.
   *
   * @return false if too many are under way: it isn't sent
   */
  boolean send(Call call, Consumer<Outcome> ended) {
    if (inFlight.get() >= settings.maxInFlight()) {
      return false;
    }
    inFlight.incrementAndGet();
    Exchange exchange = new Exchange(ended);
    client
        .request(options(call))
        .onSuccess(request -> send(request, call, exchange))
        .onFailure(exchange::failed);
    return true;
  }

  void close() {
    client.close();
  }

  private void send(HttpClientRequest request, Call call, Exchange exchange) {
    request.exceptionHandler(exchange::failed);
    request.response().onSuccess(exchange::answered).onFailure(exchange::failed);
    if (call.body() == null) {
      request.end();
    } else {
      request.putHeader("Content-Type", "application/json").end(Buffer.buffer(call.body()));
    }
  }

  private RequestOptions options(Call call) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(call.method()))
            .setURI(call.path())
            .setIdleTimeout(settings.timeout().toMillis());
    if (call.token() != null) {
      options.putHeader("Authorization", "Bearer " + call.token());
    }
    if (call.idempotencyKey() != null) {
      options.putHeader("Idempotency-Key", call.idempotencyKey());
    }
    return options;
  }

  /** One request on its way; whatever happens, it ends exactly once. */
  private final class Exchange {
    private final Consumer<Outcome> ended;
    private boolean over;

    Exchange(Consumer<Outcome> ended) {
      this.ended = ended;
    }

    void answered(HttpClientResponse response) {
      Outcome outcome = Outcome.of(response.statusCode());
      response.exceptionHandler(this::failed);
      response.endHandler(ignored -> end(outcome));
    }

    void failed(Throwable cause) {
      end(cause instanceof TimeoutException ? Outcome.TIMEOUT : Outcome.CONNECTION);
    }

    private void end(Outcome outcome) {
      if (!over) {
        over = true;
        inFlight.decrementAndGet();
        ended.accept(outcome);
      }
    }
  }
}
