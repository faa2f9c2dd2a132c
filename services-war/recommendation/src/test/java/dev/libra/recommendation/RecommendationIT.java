package dev.libra.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.libra.service.testing.Http;
import dev.libra.service.testing.TestGateway;
import dev.libra.service.testing.TestReplica;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recommendation on a real Liberty; search is played by the gateway, so that it can fail. */
class RecommendationIT {
  /** Bought together with others too seldom for twenty recommendations. */
  private static final String SELDOM = "p59990";

  private static final List<String> searched = new CopyOnWriteArrayList<>();

  @TempDir static Path directory;
  private static TestGateway gateway;
  private static TestReplica replica;
  private static Http http;
  private static String ada;
  private static volatile int search;

  @BeforeAll
  static void start() {
    gateway = new TestGateway().with("/search/products", RecommendationIT::search);
    Map<String, String> environment = Map.of("LIBRA_GATEWAY_URL", gateway.url());
    replica = TestReplica.start(directory, "recommendation-1", "recommendation", environment);
    http = new Http(replica.url());
    ada = gateway.bearer("ada", "user", Instant.now().plusSeconds(600));
  }

  @AfterAll
  static void stop() {
    replica.close();
    gateway.close();
  }

  @BeforeEach
  void searchWorks() {
    search = 200;
    searched.clear();
  }

  @Test
  void recommendsWhatWasBoughtTogetherWithoutAskingSearch() {
    HttpResponse<String> answer = get("p00000?limit=5");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"productId\":\"p00000\"");
    assertThat(answer.body().split("\"id\":")).hasSize(1 + 5);
    assertThat(searched).isEmpty();
  }

  @Test
  void asksSearchInTheUsersNameForWhatItLacks() {
    assertThat(get(SELDOM + "?limit=20").body()).contains("p00007").doesNotContain("p99999");
    assertThat(searched).containsExactly(ada);
  }

  @Test
  void doesWithoutASearchThatFails() {
    search = 503;

    HttpResponse<String> answer = get(SELDOM + "?limit=20");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("p00007");
    assertThat(searched).as("one try and one retry").hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "21", "ten", "-1", ""})
  void refusesAnImpossibleLimit(String limit) {
    HttpResponse<String> refused = get("p00000?limit=" + limit);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("\"field\":\"limit\"");
  }

  @Test
  void doesNotKnowAProductOfAnotherCatalogue() {
    assertThat(get("p60000").statusCode()).isEqualTo(404);
    assertThat(get("x").statusCode()).isEqualTo(404);
  }

  @Test
  void asksForAToken() {
    assertThat(http.get("/recommendation/products/p00000").statusCode()).isEqualTo(401);
  }

  private static void search(HttpExchange exchange) throws IOException {
    searched.add(exchange.getRequestHeaders().getFirst("Authorization"));
    String found =
        "{\"total\":2,\"products\":[{\"id\":\"p00007\",\"score\":8.5,\"more\":1},"
            + "{\"id\":\"p99999\",\"score\":3}]}";
    TestGateway.answer(exchange, search, search == 200 ? found : "{}");
  }

  private static HttpResponse<String> get(String rest) {
    return http.get("/recommendation/products/" + rest, "Authorization", ada);
  }
}
