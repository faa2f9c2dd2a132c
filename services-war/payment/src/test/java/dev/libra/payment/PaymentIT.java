package dev.libra.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.payment.mongo.MongoPayments;
import dev.libra.service.mongo.Store;
import dev.libra.service.mongo.StoreSettings;
import dev.libra.service.testing.Http;
import dev.libra.service.testing.TestReplica;
import dev.libra.service.testing.TestStore;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas of payment on real Liberties, with one store and a provider that often fails. */
class PaymentIT {
  private static final String ORDER =
      "{\"productId\":\"p-17\",\"amountCents\":1999,\"currency\":\"EUR\"}";

  @TempDir static Path directory;
  private static TestStore store;
  private static TestIssuer issuer;
  private static List<TestReplica> replicas;
  private static List<Http> http;
  private static String ada;

  @BeforeAll
  static void start() throws Exception {
    store = new TestStore();
    issuer = new TestIssuer();
    Map<String, String> environment =
        Map.of(
            "LIBRA_MONGODB_URI", store.uri(),
            "LIBRA_GATEWAY_URL", issuer.url(),
            "LIBRA_REPLICA_CONCURRENCY", "32",
            "LIBRA_PAYMENT_PROVIDER_RETRIES", "6",
            "LIBRA_PAYMENT_PROVIDER_FAILURE_RATE", "0.2");
    replicas =
        List.of(
            TestReplica.launch(directory, "payment-1", "payment", environment),
            TestReplica.launch(directory, "payment-2", "payment", environment));
    replicas.forEach(TestReplica::awaitReady);
    // Only now: payment must start while auth is not there yet.
    issuer.open();
    http = replicas.stream().map(replica -> new Http(replica.url())).toList();
    ada = issuer.token("ada", "user", Instant.now().plusSeconds(600));
  }

  @AfterAll
  static void stop() {
    replicas.forEach(TestReplica::close);
    issuer.close();
    store.close();
  }

  @Test
  void oneKeyChargesOnceHoweverManyRequestsOnHoweverManyReplicas() throws Exception {
    long before = ledgerLines();
    ExecutorService callers = Executors.newFixedThreadPool(20);
    List<HttpResponse<String>> answers;
    try {
      answers =
          IntStream.range(0, 20)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> pay(i % 2, ada, "twenty-at-once", ORDER), callers))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    } finally {
      callers.shutdown();
    }
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 201);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
    assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
    assertThat(answers.get(0).body()).contains("\"state\":\"CAPTURED\"");
    assertThat(ledgerLines() - before).isEqualTo(1);
  }

  @Test
  void aPaymentThatACrashLeftPendingIsTakenUpAndChargedOnce() throws Exception {
    PaymentId id = PaymentId.of("ada", "crashed");
    PaymentOrder order = new PaymentOrder("p-17", 1999, "EUR");
    Instant created = Instant.parse("2026-01-01T00:00:00Z");
    try (Store direct = new Store(new StoreSettings(store.uri(), "libra"))) {
      new MongoPayments(direct).add(Payment.pending(id, "ada", order, created));
    }
    long before = ledgerLines();
    HttpResponse<String> resumed = pay(1, ada, "crashed", ORDER);
    assertThat(resumed.statusCode()).isEqualTo(200);
    assertThat(resumed.body()).contains("\"state\":\"CAPTURED\"", id.value());
    assertThat(ledgerLines() - before).isEqualTo(1);
  }

  @Test
  void aKeyReusedForAnotherBodyIsRefused() {
    assertThat(pay(0, ada, "reused", ORDER).statusCode()).isEqualTo(201);
    HttpResponse<String> other = pay(1, ada, "reused", ORDER.replace("1999", "2000"));
    assertProblem(other, 422, "idempotency-key-reused");
  }

  @Test
  void onlyTheOwnerSeesAPayment() {
    HttpResponse<String> paid = pay(0, ada, "mine", ORDER);
    String path =
        paid.headers().firstValue("Location").orElseThrow().replaceAll("^http://[^/]*", "");
    assertThat(http.get(1).get(path, "Authorization", "Bearer " + ada).body())
        .isEqualTo(paid.body());
    String eve = issuer.token("eve", "user", Instant.now().plusSeconds(600));
    assertProblem(http.get(1).get(path, "Authorization", "Bearer " + eve), 404, "not-found");
  }

  @Test
  void tokensAreNeededInForceAndOfAUser() {
    assertProblem(http.get(0).post("/payment/payments", ORDER), 401, "unauthorized");
    String old = issuer.token("ada", "user", Instant.now().minusSeconds(3600));
    assertProblem(pay(0, old, "k", ORDER), 401, "unauthorized");
    String machine = issuer.token("ada", "machine", Instant.now().plusSeconds(600));
    assertProblem(pay(0, machine, "k", ORDER), 403, "forbidden");
  }

  @Test
  void impossibleInputIsRefusedAndNamed() {
    assertInvalid(pay(0, ada, "k", ORDER.replace("1999", "0")), "amountCents");
    assertInvalid(pay(0, ada, "k", ORDER.replace("1999", "1000001")), "amountCents");
    assertInvalid(pay(0, ada, "k", ORDER.replace("EUR", "EURO")), "currency");
    assertInvalid(pay(0, ada, "k", "{}"), "productId");
    assertInvalid(pay(0, ada, "x".repeat(129), ORDER), "idempotencyKey");
    assertInvalid(
        http.get(0).post("/payment/payments", ORDER, "Authorization", "Bearer " + ada),
        "idempotencyKey");
    assertInvalid(pay(0, ada, "k", ORDER.replace("1999", "1.5")), "amountCents");
    assertInvalid(pay(0, ada, "k", ORDER.replace("1999", "1e99")), "amountCents");
    assertProblem(pay(0, ada, "k", ORDER.replace("1999", "true")), 400, "bad-request");
  }

  private static HttpResponse<String> pay(int replica, String token, String key, String order) {
    return http.get(replica)
        .post(
            "/payment/payments", order, "Authorization", "Bearer " + token, "Idempotency-Key", key);
  }

  private static long ledgerLines() {
    try (var client = com.mongodb.client.MongoClients.create(store.uri())) {
      return client
          .getDatabase("libra")
          .getCollection("provider-ledger")
          .countDocuments(new Document());
    }
  }

  private static void assertInvalid(HttpResponse<String> response, String field) {
    assertProblem(response, 400, "invalid-request");
    assertThat(response.body()).contains("\"field\":\"" + field + "\"");
  }

  private static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).contains("\"type\":\"urn:libra:problem:" + code + "\"");
  }
}
