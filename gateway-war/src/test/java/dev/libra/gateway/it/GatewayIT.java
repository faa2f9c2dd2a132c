package dev.libra.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.libra.gateway.control.RealControl;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The gateway in a real Liberty, between real clients, replicas and a real control endpoint. */
class GatewayIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path home;

  /** More than the gateway's heap. */
  private static final int MOST_BYTES = 300 << 20;

  private static RealControl control;
  private static TestReplica fixed;
  private static RunningGateway gateway;

  private TestReplica a;
  private TestReplica b;

  @BeforeAll
  static void start() throws Exception {
    control = new RealControl(0);
    fixed = new TestReplica("fixed", 0);
    gateway =
        RunningGateway.start(
            home,
            control.port(),
            Map.of(
                "LIBRA_GATEWAY_QUEUE_TIMEOUT_MS", "20000",
                "LIBRA_GATEWAY_TIMEOUT_MS", "10000",
                "LIBRA_GATEWAY_MAX_BODY_BYTES", Integer.toString(MOST_BYTES),
                "LIBRA_GATEWAY_EJECT_AFTER", "3",
                "LIBRA_GATEWAY_ROUTES_SHOP", "/shop/api " + fixed.url()));
    gateway.awaitHealth("started", 200);
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    control.close();
    fixed.close();
  }

  @BeforeEach
  void startReplicas() throws Exception {
    a = new TestReplica("a", 0);
    b = new TestReplica("b", 0);
    route(new Lists().ready("search-a", a.url(), 8).ready("search-b", b.url(), 8));
  }

  @AfterEach
  void stopReplicas() {
    a.close();
    b.close();
  }

  @Test
  void aRequestReachesAReplicaWithItsPathUnchanged() throws Exception {
    String target = "/search/products/a%20b%2Fc;v=1/echo?q=%C3%A9+d&x";
    HttpResponse<String> answer =
        gateway.send(
            gateway
                .request(target)
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Mine", "1")
                .POST(BodyPublishers.ofString("hello")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines().findFirst()).contains("POST " + target);
    assertThat(answer.body())
        .contains("X-mine: 1", "X-forwarded-for: 127.0.0.1", "Via: 1.1 libra", "\n\nhello")
        .contains("Host: 127.0.0.1:" + gateway.port())
        .doesNotContain("6.6.6.6");
    assertThat(answer.headers().firstValue("X-Replica")).isPresent();
  }

  @Test
  void anAnswerWithoutABodyHasNone() throws Exception {
    HttpResponse<String> head =
        gateway.send(gateway.request("/search/echo").method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();

    assertThat(gateway.get("/search/none").statusCode()).isEqualTo(204);
    assertThat(gateway.get("/search/error").statusCode()).isEqualTo(500);
  }

  @Test
  void aLongAnswerIsStreamedWhole() throws Exception {
    HttpResponse<byte[]> answer =
        gateway.http().send(gateway.request("/search/bytes").build(), BodyHandlers.ofByteArray());
    assertThat(answer.body()).hasSize(TestReplica.MANY_BYTES);
    for (int at = 0; at < TestReplica.MANY_BYTES; at += 1 << 16) {
      assertThat(answer.body()[at]).isEqualTo((byte) (at >> 16));
    }
  }

  @Test
  void whoLeavesEndsTheCallToTheReplica() throws Exception {
    route(new Lists().ready("search-a", a.url(), 1));
    HttpResponse<InputStream> answer =
        gateway
            .http()
            .send(gateway.request("/search/endless").build(), BodyHandlers.ofInputStream());
    answer.body().readNBytes(1000);
    answer.body().close();

    assertThat(a.endlessBroken().await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(gateway.get("/search/echo").statusCode()).as("the place is free").isEqualTo(200);
  }

  @Test
  void anUnknownPathIsAProblem() throws Exception {
    problem(gateway.get("/nowhere/x"), 404, "/nowhere/x");
    problem(gateway.get("/"), 404, "/");
  }

  @Test
  void aTooLongBodyIsRefused() throws Exception {
    problem(upload(MOST_BYTES + 1, true), 413, "/search/count");
    assertThat(a.calls()).isEmpty();
    assertThat(b.calls()).isEmpty();
  }

  @Test
  void aBodyLargerThanTheHeapIsStreamed() throws Exception {
    HttpResponse<String> declared = upload(MOST_BYTES, true);
    assertThat(declared.statusCode()).isEqualTo(200);
    assertThat(declared.body()).isEqualTo(Integer.toString(MOST_BYTES));
    HttpResponse<String> chunked = upload(MOST_BYTES, false);
    assertThat(chunked.body()).isEqualTo(Integer.toString(MOST_BYTES));
    await().until(() -> metric("in_flight") == 0);
  }

  @Test
  void aBodyJustLongerThanWhatIsKeptArrivesWhole() throws Exception {
    for (int length : List.of(1, 65535, 65536, 65537, 100_000)) {
      assertThat(upload(length, true).body()).isEqualTo(Integer.toString(length));
      assertThat(upload(length, false).body()).isEqualTo(Integer.toString(length));
    }
  }

  @Test
  void aChunkedBodyThatGetsTooLongIsCutOff() throws Exception {
    route(new Lists().ready("search-a", a.url(), 1));
    try {
      assertThat(upload(MOST_BYTES + 1, false).statusCode()).isEqualTo(413);
    } catch (java.io.IOException e) {
      // The connection was closed while the client still sent.
    }
    assertThat(gateway.get("/search/echo").statusCode()).as("the place is free").isEqualTo(200);
  }

  private static HttpResponse<String> upload(int length, boolean declared) throws Exception {
    java.util.function.Supplier<InputStream> zeros = () -> new Zeros(length);
    var publisher = BodyPublishers.ofInputStream(zeros);
    return gateway.send(
        gateway
            .request("/search/count")
            .POST(declared ? BodyPublishers.fromPublisher(publisher, length) : publisher));
  }

  /** So many zero bytes. */
  private static final class Zeros extends InputStream {
    private int left;

    Zeros(int length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = Math.min(left, length);
      left -= count;
      return count == 0 ? -1 : count;
    }
  }

  @Test
  void aConfiguredRouteNeedsNoControl() throws Exception {
    HttpResponse<String> answer = gateway.get("/shop/api/x/echo?q=1");
    assertThat(answer.headers().firstValue("X-Replica")).contains("fixed");
    assertThat(answer.body().lines().findFirst()).contains("GET /shop/api/x/echo?q=1");
    problem(gateway.get("/shop/other"), 404, "/shop/other");
  }

  @Test
  void theTimeLeftIsPassedOnAndEndsTheRequest() throws Exception {
    HttpResponse<String> quick =
        gateway.send(gateway.request("/search/echo").header("Libra-Timeout-Ms", "60000"));
    assertThat(quick.body()).containsPattern("(?i)Libra-Timeout-Ms: [1-9][0-9]{4}\n");
    problem(
        gateway.send(gateway.request("/search/hold").header("Libra-Timeout-Ms", "100")),
        504,
        "/search/hold");
    route(new Lists());
    problem(
        gateway.send(gateway.request("/search/echo").header("Libra-Timeout-Ms", "100")),
        504,
        "/search/echo");
  }

  @Test
  void ofAReplicaThatAnswersErrorsAClientSeesTheFirstOnly() throws Exception {
    TestReplica broken = new TestReplica("broken", 0);
    try {
      broken.failAll();
      route(new Lists().ready("search-x", broken.url(), 8).ready("search-a", a.url(), 8));
      int errors = 0;
      for (int i = 0; i < 200; i++) {
        errors += gateway.get("/search/echo").statusCode() == 500 ? 1 : 0;
      }
      assertThat(errors).isLessThanOrEqualTo(1);
      assertThat(broken.calls()).hasSizeBetween(3, 20);
    } finally {
      broken.close();
    }
  }

  @Test
  void aDrainingReplicaEndsWhatItHasAndGetsNothingNew() throws Exception {
    route(new Lists().ready("search-a", a.url(), 8));
    CompletableFuture<HttpResponse<String>> running = async("/search/hold");
    await().until(() -> a.holding() == 1);

    route(new Lists().draining("search-a", a.url(), 8).ready("search-b", b.url(), 8));
    for (int i = 0; i < 20; i++) {
      assertThat(gateway.get("/search/echo").headers().firstValue("X-Replica")).contains("b");
    }
    a.letGo();
    assertThat(running.join().statusCode()).isEqualTo(200);
  }

  @Test
  void whenAllAreBusyRequestsWaitInOrder() throws Exception {
    route(new Lists().ready("search-a", a.url(), 1));
    CompletableFuture<HttpResponse<String>> running = async("/search/hold");
    await().until(() -> a.holding() == 1);

    List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      waiting.add(async("/search/" + i + "/echo"));
      int queued = i + 1;
      await().until(() -> metric("queue_length") == queued);
    }
    a.letGo();
    waiting.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    assertThat(running.join().statusCode()).isEqualTo(200);
    assertThat(a.calls())
        .containsExactly(
            "GET /search/hold",
            "GET /search/0/echo",
            "GET /search/1/echo",
            "GET /search/2/echo",
            "GET /search/3/echo",
            "GET /search/4/echo",
            "GET /search/5/echo",
            "GET /search/6/echo",
            "GET /search/7/echo",
            "GET /search/8/echo",
            "GET /search/9/echo");
  }

  @Test
  void aRequestWaitsForTheFirstReplica() throws Exception {
    route(new Lists());
    CompletableFuture<HttpResponse<String>> waiting = async("/search/echo");
    await().until(() -> metric("queue_length") == 1);

    route(new Lists().ready("search-a", a.url(), 1));
    assertThat(waiting.join().statusCode()).isEqualTo(200);
  }

  @Test
  void aReplicaKilledUnderLoadCostsNoGet() throws Exception {
    int port = RunningGateway.freePort();
    Process victim = replicaProcess(port);
    try {
      route(
          new Lists()
              .ready("search-v", java.net.URI.create("http://127.0.0.1:" + port), 8)
              .ready("search-a", a.url(), 8));
      Load load = new Load(8);
      await().until(() -> load.answeredBy("victim") > 100);
      victim.destroyForcibly().waitFor();
      int answered = load.answered();
      await().until(() -> load.answered() > answered + 500);
      load.stop();

      assertThat(load.failures()).isEmpty();
      assertThat(load.answeredBy("a")).isPositive();
    } finally {
      victim.destroyForcibly();
    }
  }

  @Test
  void theOnlyReplicaKilledUnderLoadCostsNoGetIfItIsReplaced() throws Exception {
    int port = RunningGateway.freePort();
    Process victim = replicaProcess(port);
    try {
      route(new Lists().ready("search-v", java.net.URI.create("http://127.0.0.1:" + port), 8));
      Load load = new Load(8);
      await().until(() -> load.answeredBy("victim") > 100);
      victim.destroyForcibly().waitFor();
      await().until(() -> metric("queue_length") > 0);
      route(new Lists().ready("search-a", a.url(), 8));
      await().until(() -> load.answeredBy("a") > 100);
      load.stop();

      assertThat(load.failures()).isEmpty();
    } finally {
      victim.destroyForcibly();
    }
  }

  @Test
  void aRequestThatMayHaveBeenExecutedIsRepeatedOnlyIfThatIsHarmless() throws Exception {
    route(new Lists().ready("search-a", a.url(), 8));
    problem(
        gateway.send(gateway.request("/search/break").POST(BodyPublishers.ofString("x"))),
        502,
        "/search/break");
    assertThat(a.calls()).hasSize(1);

    a.calls().clear();
    problem(
        gateway.send(
            gateway
                .request("/search/break")
                .header("Idempotency-Key", "k")
                .POST(BodyPublishers.ofString("x"))),
        502,
        "/search/break");
    assertThat(a.calls()).hasSize(3);
  }

  @Test
  void aRejectedRequestIsTriedElsewhereAndThenPassedOn() throws Exception {
    HttpResponse<String> answer =
        gateway.send(gateway.request("/search/reject").POST(BodyPublishers.ofString("x")));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("full");
    assertThat(a.calls().size() + b.calls().size()).isEqualTo(3);
    assertThat(a.calls()).isNotEmpty();
    assertThat(b.calls()).isNotEmpty();
  }

  @Test
  void aReplicaThatDoesNotAnswerInTimeIsAProblem() throws Exception {
    problem(gateway.get("/search/hold"), 504, "/search/hold");
    await().until(() -> metric("in_flight") == 0);
  }

  @Test
  void servingGoesOnWhileControlIsAwayAndItsMetricsArriveLater() throws Exception {
    await().until(() -> reported("search") == metric("requests"));
    long before = reported("search");
    control.listStatus(503);
    control.reportStatus(503);
    for (int i = 0; i < 50; i++) {
      assertThat(gateway.get("/search/echo").statusCode()).isEqualTo(200);
    }
    assertThat(reported("search")).isEqualTo(before);

    control.reportStatus(204);
    await().until(() -> reported("search") == before + 50);
  }

  @Test
  void aMalformedListChangesNothing() throws Exception {
    control.list("{\"version\":99999,\"services\":{\"search\":[{\"replica\":\"x\"}]}}");
    int polls = control.polls();
    await().until(() -> control.polls() > polls + 2);
    assertThat(gateway.get("/search/echo").statusCode()).isEqualTo(200);
  }

  @Test
  void aGatewayStartedAnewServesWhileControlIsDown(@TempDir Path other) throws Exception {
    Path kept = Path.of("cache/gateway-upstreams.json");
    Files.createDirectories(other.resolve(kept).getParent());
    Files.copy(home.resolve(kept), other.resolve(kept));
    int nobody = RunningGateway.freePort();
    try (RunningGateway second = RunningGateway.start(other, nobody, Map.of())) {
      second.awaitHealth("ready", 200);
      assertThat(second.get("/search/echo").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aGatewayThatIsEndedAnswersWhatIsUnderWay(@TempDir Path other) throws Exception {
    Map<String, String> settings = Map.of("LIBRA_GATEWAY_ROUTES_SHOP", "/shop " + a.url());
    try (RunningGateway ending = RunningGateway.start(other, control.port(), settings)) {
      ending.awaitHealth("ready", 200);
      CompletableFuture<HttpResponse<String>> running =
          ending.http().sendAsync(ending.request("/shop/hold").build(), BodyHandlers.ofString());
      await().until(() -> a.holding() == 1);
      CompletableFuture<Void> end = CompletableFuture.runAsync(ending::end);
      await().until(() -> refusesConnections(ending));
      a.letGo();
      assertThat(running.join().statusCode()).isEqualTo(200);
      end.join();
    }
  }

  /** Closed at once, or not even opened. */
  private static boolean refusesConnections(RunningGateway gateway) {
    try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
      socket.setSoTimeout(1000);
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (java.io.IOException e) {
      return true;
    }
  }

  @Test
  void aTakenPortEndsTheProcessAndIsNamed(@TempDir Path other) throws Exception {
    Map<String, String> settings = Map.of("LIBRA_GATEWAY_PORT", Integer.toString(gateway.port()));
    try (RunningGateway second = RunningGateway.start(other, control.port(), settings)) {
      assertThat(second.awaitEnd()).isNotZero();
      assertThat(second.log())
          .contains("The gateway does not start: libra.gateway.port: can't listen on 127.0.0.1:");
    }
  }

  @Test
  void anImpossibleSettingEndsTheProcessAndIsNamed(@TempDir Path other) throws Exception {
    Map<String, String> settings = Map.of("LIBRA_GATEWAY_RETRIES", "many");
    try (RunningGateway broken = RunningGateway.start(other, control.port(), settings)) {
      assertThat(broken.awaitEnd()).isNotZero();
      assertThat(broken.log())
          .contains("The gateway does not start: libra.gateway.retries must be a whole number");
    }
  }

  @Test
  void latenciesAreAHistogram() throws Exception {
    long before = metric("latency_seconds_count");
    for (int i = 0; i < 5; i++) {
      gateway.get("/search/echo");
    }
    await().until(() -> metric("latency_seconds_count") >= before + 5);
    assertThat(
            metricNamed(
                "libra_gateway_latency_seconds_bucket",
                "le=\"+Inf\",mp_scope=\"application\",service=\"search\""))
        .isGreaterThanOrEqualTo(5);
  }

  @Test
  void metricsAskForAPassword() throws Exception {
    assertThat(gateway.send(gateway.management("/metrics").header("$WSIS", "true")).statusCode())
        .isEqualTo(401);
  }

  @Test
  void aBrokenRequestHarmsNobody() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
      socket
          .getOutputStream()
          .write(
              "POST /search/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc"
                  .getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(gateway.get("/search/echo").statusCode()).isEqualTo(200);
    await().until(() -> metric("in_flight") == 0);
  }

  @Test
  void anUnknownTransferCodingIsRefusedAndTheConnectionClosed() throws Exception {
    for (String fields :
        List.of("Transfer-Encoding: chunked, gzip\r\n", "Transfer-Encoding: xchunked\r\n")) {
      String answer = raw("POST /search/echo HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n0\r\n\r\n");
      assertThat(answer).as(fields).startsWith("HTTP/1.1 400 ").doesNotContain("200 OK");
    }
    assertThat(a.calls()).isEmpty();
    assertThat(b.calls()).isEmpty();
  }

  @Test
  void aLengthThatIsNoNumberIsRefusedAndTheConnectionClosed() throws Exception {
    for (String length : List.of("+3", "-1", "0x3", "abc", "3,4")) {
      String fields = "Content-Length: " + length + "\r\n";
      String answer = raw("POST /search/echo HTTP/1.1\r\nHost: x\r\n" + fields + "\r\nabc");
      assertThat(answer).as(length).startsWith("HTTP/1.1 4").doesNotContain("200 OK");
    }
    assertThat(a.calls()).isEmpty();
    assertThat(b.calls()).isEmpty();
  }

  @Test
  void aMalformedHeadIsRefusedAndReachesNoReplica() throws Exception {
    for (String head :
        List.of(
            "(GET) /search/echo HTTP/1.1\r\nHost: x\r\n",
            "GET /search/echo HTTP/9.9\r\nHost: x\r\n",
            "GET /search/echo HTTP/1.1\r\nHost: x\r\nHost: y\r\n",
            "GET /search/echo HTTP/1.1\r\nHost: x\r\nBad\u0000Name: x\r\n")) {
      assertThat(raw(head + "\r\n")).as(head).matches("(?s)HTTP/\\d\\.\\d (4|501).*");
    }
    assertThat(a.calls()).isEmpty();
    assertThat(b.calls()).isEmpty();
  }

  @Test
  void aFoldedFieldReachesTheReplicaInOneLine() throws Exception {
    String answer =
        raw(
            "GET /search/echo HTTP/1.1\r\nHost: x\r\nX-Folded: a\r\n\tb: c\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 200 ");
    assertThat(answer.lines().map(String::strip))
        .anyMatch(l -> l.matches("(?i)x-folded: a\\s+b: c"));
  }

  @Test
  void twoFramingsAreRefusedAndTheConnectionIsClosed() throws Exception {
    for (String second : List.of("Transfer-Encoding: chunked", "Content-Length: 5")) {
      String fields = "Content-Length: 3\r\n" + second + "\r\n";
      String answer = raw("POST /search/echo HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n0\r\n\r\n");
      assertThat(answer).as(second).matches("(?s)HTTP/\\d\\.\\d 400 .*").doesNotContain("200 OK");
    }
    assertThat(a.calls()).isEmpty();
    assertThat(b.calls()).isEmpty();
  }

  /** All that is answered until the gateway closes the connection. */
  private static String raw(String request) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
      socket.setSoTimeout(20_000);
      String next = "GET /search/smuggled/echo HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write((request + next).getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private void route(Lists list) {
    control.list(list.json());
    await()
        .pollInterval(Duration.ofMillis(50))
        .until(() -> metricNamed("libra_gateway_upstreams_version", "") == list.version());
  }

  private static CompletableFuture<HttpResponse<String>> async(String path) {
    return gateway.http().sendAsync(gateway.request(path).build(), BodyHandlers.ofString());
  }

  private static void problem(HttpResponse<String> answer, int status, String instance)
      throws Exception {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("instance").asText()).isEqualTo(instance);
    assertThat(problem.path("detail").asText()).isNotEmpty();
  }

  private static long metric(String name) throws Exception {
    return metricNamed("libra_gateway_" + name, "service=\"search\"");
  }

  private static long metricNamed(String name, String tag) throws Exception {
    String login = "metrics:" + RunningGateway.METRICS_PASSWORD;
    String text =
        gateway
            .send(
                gateway
                    .management("/metrics")
                    .header("$WSIS", "true")
                    .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes())))
            .body();
    return text.lines()
        .filter(line -> line.startsWith(name + "{") && line.contains(tag))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElse(-1);
  }

  private static long reported(String service) throws Exception {
    long requests = 0;
    for (String report : control.reports()) {
      for (JsonNode interval : JSON.readTree(report).path("intervals")) {
        if (interval.path("service").asText().equals(service)) {
          requests += interval.path("requests").asLong();
        }
      }
    }
    return requests;
  }

  private static Process replicaProcess(int port) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("libra.it.test-classes"),
                TestReplica.class.getName(),
                "victim",
                Integer.toString(port))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.inputReader().readLine()).startsWith("serving");
    return process;
  }

  /** Clients that ask one GET after the other until stopped. */
  private static final class Load {
    private final List<Thread> clients = new ArrayList<>();
    private final List<String> failures = new java.util.concurrent.CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> answers =
        Map.of("victim", new AtomicInteger(), "a", new AtomicInteger());
    private volatile boolean running = true;

    Load(int count) {
      for (int i = 0; i < count; i++) {
        Thread client = new Thread(this::ask);
        clients.add(client);
        client.start();
      }
    }

    private void ask() {
      while (running) {
        try {
          HttpResponse<String> answer = gateway.get("/search/echo");
          if (answer.statusCode() == 200) {
            answers.get(answer.headers().firstValue("X-Replica").orElseThrow()).incrementAndGet();
          } else {
            failures.add(answer.statusCode() + " " + answer.body());
          }
        } catch (Exception e) {
          failures.add(e.toString());
        }
      }
    }

    int answeredBy(String replica) {
      return answers.get(replica).get();
    }

    int answered() {
      return answers.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    List<String> failures() {
      return failures;
    }

    void stop() throws InterruptedException {
      running = false;
      for (Thread client : clients) {
        client.join();
      }
    }
  }
}
