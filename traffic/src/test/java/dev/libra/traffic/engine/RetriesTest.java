package dev.libra.traffic.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.traffic.call.Call;
import dev.libra.traffic.rate.PiecewiseCurve;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private final Vertx vertx = Vertx.vertx();
  private final Set<String> clients = ConcurrentHashMap.newKeySet();

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void aFailedCallIsRepeatedAsOftenAsWanted() {
    Figures figures = run(503, new Call("search", "GET", "/x", null, null, null, 0)).figures();
    assertThat(figures.retries()).isPositive();
    assertThat(figures.intended()).isEqualTo(4 * (figures.intended() - figures.retries()));
    assertThat(figures.failed()).isEqualTo(figures.intended());
  }

  @Test
  void aBotThatIsTurnedAwayIsNoFailure() {
    Figures figures = run(429, new Call(Call.BOTS, "GET", "/x", null, null, null, 7)).figures();
    assertThat(figures.failed()).isZero();
    assertThat(figures.retries()).isZero();
    assertThat(figures.refused()).isEqualTo(figures.intended()).isPositive();
    assertThat(clients).contains("127.1.0.8");
  }

  private LoadRun run(int status, Call call) {
    int port =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  clients.add(request.remoteAddress().hostAddress());
                  request.response().setStatusCode(status).end("{}");
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(10, TimeUnit.SECONDS)
            .join()
            .actualPort();
    LoadRun run =
        new LoadRun(
            EngineSettings.to(URI.create("http://127.0.0.1:" + port)),
            PiecewiseCurve.constant(50, 1),
            at -> call,
            new Retries(3, 0.05),
            new Random(7),
            second -> {});
    run.start().orTimeout(30, TimeUnit.SECONDS).join();
    return run;
  }
}
