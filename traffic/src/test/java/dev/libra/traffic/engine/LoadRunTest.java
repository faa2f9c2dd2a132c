package dev.libra.traffic.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.traffic.call.Call;
import dev.libra.traffic.rate.PiecewiseCurve;
import dev.libra.traffic.rate.RateCurve;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadRunTest {
  private static final Call CALL = new Call("search", "GET", "/search/x", null, null, null, 0);

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger served = new AtomicInteger();
  private final List<Second> seconds = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void sendsWhatTheCurveWants() {
    LoadRun run = run(serve(r -> r.response().end("ok")), PiecewiseCurve.constant(200, 3));
    Figures figures = run.figures();
    assertThat(figures.intended()).isBetween(450L, 750L).isEqualTo(served.get());
    assertThat(figures.sent()).isEqualTo(figures.intended());
    assertThat(figures.answered()).isEqualTo(figures.intended());
    assertThat(figures.failed()).isZero();
    assertThat(run.figuresByService().get("search").intended()).isEqualTo(figures.intended());
    assertThat(seconds.stream().mapToLong(Second::answered).sum()).isEqualTo(figures.answered());
  }

  @Test
  void aStallIsSeenByAllRequestsThatShouldHaveBeenSentMeanwhile() {
    long start = System.nanoTime();
    int port =
        serve(
            r -> {
              long now = (System.nanoTime() - start) / 1_000_000;
              long wait = now > 1000 && now < 2000 ? 2000 - now : 0;
              if (wait == 0) {
                r.response().end();
              } else {
                vertx.setTimer(wait, id -> r.response().end());
              }
            });
    Figures figures = run(port, PiecewiseCurve.constant(100, 4)).figures();
    // A quarter of the requests fell into the stall; they waited half a second on average.
    assertThat(figures.p95Ms()).isGreaterThan(500);
    assertThat(figures.failed()).isZero();
  }

  @Test
  void aSlowTargetGetsAsManyConnectionsAsItNeeds() {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    int port =
        serve(
            r -> {
              most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              vertx.setTimer(
                  1000,
                  id -> {
                    underWay.decrementAndGet();
                    r.response().end();
                  });
            });
    Figures figures = run(port, PiecewiseCurve.constant(200, 2)).figures();
    assertThat(figures.failed()).isZero();
    assertThat(most.get()).isGreaterThan(150);
  }

  @Test
  void aStallDoesNotBringAConnectionForEachCallThatWaits() {
    AtomicInteger connections = new AtomicInteger();
    long start = System.nanoTime();
    int port =
        serve(
            connections,
            r -> {
              long now = (System.nanoTime() - start) / 1_000_000;
              long wait = now > 1000 && now < 1200 ? 1200 - now : 0;
              vertx.setTimer(Math.max(1, wait), id -> r.response().end());
            });
    Figures figures = run(port, PiecewiseCurve.constant(2000, 2)).figures();
    assertThat(figures.failed()).isZero();
    // Some 400 calls come in the 200 ms; the engine may open 400 connections in a second.
    assertThat(connections.get()).isLessThan(300);
  }

  @Test
  void countsErrorsByKind() {
    int port = serve(r -> r.response().setStatusCode(served.get() % 2 == 0 ? 503 : 404).end());
    Figures figures = run(port, PiecewiseCurve.constant(50, 1)).figures();
    assertThat(figures.failed()).isEqualTo(figures.intended());
    assertThat(figures.failures()).containsOnlyKeys("client_error", "server_error");
  }

  @Test
  void aTargetThatIsAwayFailsEveryRequest() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Figures figures = run(port, PiecewiseCurve.constant(50, 1)).figures();
    assertThat(figures.failures()).containsOnlyKeys("connection");
    assertThat(figures.failedShare()).isEqualTo(1);
  }

  @Test
  void anAnswerThatNeverComesTimesOut() {
    int port = serve(r -> {});
    EngineSettings settings = new EngineSettings(url(port), Duration.ofMillis(300), 1000);
    Figures figures = run(settings, PiecewiseCurve.constant(20, 1)).figures();
    assertThat(figures.failures()).containsOnlyKeys("timeout");
  }

  @Test
  void moreThanAllowedUnderWayAreNotSentAndCountAsFailed() {
    int port = serve(r -> vertx.setTimer(2000, id -> r.response().end()));
    EngineSettings settings = new EngineSettings(url(port), Duration.ofSeconds(10), 10);
    Figures figures = run(settings, PiecewiseCurve.constant(100, 1)).figures();
    assertThat(figures.sent()).isEqualTo(10);
    assertThat(figures.failures()).containsOnlyKeys("not_sent");
    assertThat(figures.achievedShare()).isLessThan(0.3);
  }

  private LoadRun run(int port, RateCurve curve) {
    LoadRun run = prepare(EngineSettings.to(url(port)), curve);
    run.start().orTimeout(30, TimeUnit.SECONDS).join();
    return run;
  }

  private LoadRun run(EngineSettings settings, RateCurve curve) {
    LoadRun run = prepare(settings, curve);
    run.start().orTimeout(30, TimeUnit.SECONDS).join();
    return run;
  }

  private LoadRun prepare(EngineSettings settings, RateCurve curve) {
    return new LoadRun(settings, curve, at -> CALL, Retries.NONE, new Random(7), seconds::add);
  }

  private int serve(Consumer<HttpServerRequest> handler) {
    return serve(new AtomicInteger(), handler);
  }

  private int serve(AtomicInteger connections, Consumer<HttpServerRequest> handler) {
    HttpServer server =
        vertx
            .createHttpServer()
            .connectionHandler(connection -> connections.incrementAndGet())
            .requestHandler(
                request -> {
                  if (request.path().startsWith("/auth")) {
                    request.response().end(); // warming up
                    return;
                  }
                  served.incrementAndGet();
                  handler.accept(request);
                });
    return server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(10, TimeUnit.SECONDS)
        .join()
        .actualPort();
  }

  private static URI url(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
