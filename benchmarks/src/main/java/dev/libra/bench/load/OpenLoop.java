package dev.libra.bench.load;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends GETs at a constant rate whether or not earlier ones were answered, and measures from the
 * intended send time, as wrk2 does.
 */
public final class OpenLoop implements AutoCloseable {
  private static final long GIVE_UP_MS = 60_000;
  private static final long LONGEST_NAP_NANOS = 1_000_000;

  private final Vertx vertx =
      Vertx.vertx(
          new VertxOptions()
              .setEventLoopPoolSize(1)
              .setWorkerPoolSize(1)
              .setInternalBlockingPoolSize(1));
  private final Context loop = vertx.getOrCreateContext();
  private final HttpClient http =
      vertx.createHttpClient(
          new HttpClientOptions().setTcpNoDelay(true).setKeepAliveTimeout(30),
          new PoolOptions().setHttp1MaxSize(20_000));

  /**
   * Sends for so long, then waits for the last answers.
   *
   * @param rate requests/s
   */
  public LoadResult run(URI target, double rate, Duration length) throws InterruptedException {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(target.getHost())
            .setPort(target.getPort())
            .setURI(target.getRawPath())
            .setTimeout(GIVE_UP_MS);
    long start = System.nanoTime();
    LoadResult result = new LoadResult(start);
    AtomicInteger open = new AtomicInteger();
    long count = Math.round(rate * length.toNanos() / 1e9);
    for (long i = 0; i < count; i++) {
      long intended = start + (long) (i * 1e9 / rate);
      awaitTime(intended);
      open.incrementAndGet();
      loop.runOnContext(v -> send(options, intended, result, open));
    }
    while (open.get() > 0) {
      Thread.sleep(1);
    }
    return result;
  }

  private static void awaitTime(long nanos) {
    long left = nanos - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(Math.min(left, LONGEST_NAP_NANOS));
      left = nanos - System.nanoTime();
    }
  }

  private void send(RequestOptions options, long intended, LoadResult result, AtomicInteger open) {
    http.request(options)
        .compose(request -> request.send())
        .compose(answer -> answer.body().map(body -> answer))
        .map(HttpClientResponse::statusCode)
        .onComplete(
            done -> {
              long now = System.nanoTime();
              if (done.succeeded()) {
                result.answered(intended, now, done.result());
              } else {
                result.broken(intended, now, done.cause());
              }
              open.decrementAndGet();
            });
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
