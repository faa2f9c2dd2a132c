package dev.libra.gateway.proxy.vertx;

import static dev.libra.gateway.proxy.vertx.RunningServer.rest;
import static dev.libra.gateway.proxy.vertx.RunningServer.send;
import static dev.libra.gateway.proxy.vertx.RunningServer.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP/1.1 as clients see it, on real sockets. */
@Timeout(60)
class GatewayServerTest {
  private static final String GET = "GET /search/a HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String LAST =
      "GET /search/z HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

  private ScriptedUpstream upstream;
  private RunningServer gateway;

  @BeforeEach
  void start() throws IOException {
    upstream = new ScriptedUpstream();
    gateway = new RunningServer(upstream.url());
  }

  @AfterEach
  void stop() {
    gateway.close();
    upstream.close();
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrderOnOneConnection() throws IOException {
    String answers = gateway.raw(GET.repeat(3) + LAST);
    assertThat(answers.split("HTTP/1.1 200 OK\r\n", -1)).hasSize(5);
    assertThat(answers).endsWith("\r\n\r\nok");
    assertThat(upstream.heads()).hasSize(4);
    await().until(() -> gateway.log().size() == 4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(GET) /search/a HTTP/1.1\\r\\nHost: x | 400",
        "GET /search/a HTTP/9.9\\r\\nHost: x | 501",
        "GET /search/a HTTP/1.1 x\\r\\nHost: x | 400",
        "GET /search/a b HTTP/1.1\\r\\nHost: x | 400",
        "GET /search/a | 400",
        "GET /search/a HTTP/1.1 | 400",
        "GET /search/a HTTP/1.1\\r\\nHost: x\\r\\nHost: y | 400",
        "GET /search/a HTTP/1.1\\r\\nHost: x\\r\\nBad\\0Name: x | 400",
        "GET /search/a HTTP/1.1\\r\\nHost: x\\r\\nName: a\\0b | 400",
        "GET /search/a HTTP/1.1\\r\\nHost: x\\r\\nSpaced : x | 400",
        "GET /search/a HTTP/1.1\\r\\nHost: x\\r\\nno colon | 400",
        "GET /search/\u00e9 HTTP/1.1\\r\\nHost: x | 400",
        "GET /search/a HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: +3 | 400",
        "POST /search/a HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: -1 | 400",
        "POST /search/a HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 0x3 | 400",
        "POST /search/a HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 3,4 | 400",
        "POST /search/a HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 3\\r\\nContent-Length: 5 | 400",
        "POST /search/a HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 3\\r\\nTransfer-Encoding: chunked | 400",
        "POST /search/a HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: chunked\\r\\nContent-Length: 3 | 400",
        "POST /search/a HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: chunked, gzip | 400",
        "POST /search/a HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: xchunked | 400",
        "POST /search/a HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding : chunked | 400",
        "POST /search/a HTTP/1.0\\r\\nTransfer-Encoding: chunked | 400",
        "POST /search/a HTTP/1.1\\r\\nHost: x | 411",
        "PRI * HTTP/2.0 | 501",
      })
  void aMalformedHeadIsRefusedAndNothingFollowsIt(String head, int status) throws IOException {
    String text = head.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
    String answer = gateway.raw(text.replace("\\0", "\0") + "\r\n\r\n0\r\n\r\n" + LAST);
    assertThat(answer).matches("(?s)HTTP/[0-9.]+ " + status + " .*");
    assertThat(answer.split("HTTP/[0-9.]+ [0-9]", -1)).as("one answer").hasSize(2);
    assertThat(upstream.heads()).isEmpty();
  }

  @Test
  void aTooLongLineAndTooManyFieldsAreRefused() throws IOException {
    assertThat(gateway.raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
        .matches("(?s)HTTP/1.[01] 414 .*");
    assertThat(gateway.raw("GET / HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(20_000) + "\r\n"))
        .matches("(?s)HTTP/1.[01] 431 .*");
  }

  @Test
  void anAbsoluteTargetNamesTheHost() throws IOException {
    String answer =
        gateway.raw(
            "GET http://shop.example/search/a?q=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 200 ");
    assertThat(upstream.heads().get(0))
        .startsWith("GET /search/a?q=1 HTTP/1.1\r\n")
        .containsIgnoringCase("host: shop.example");
  }

  @Test
  void aClientThatAsksToIsToldToSendItsBody() throws IOException {
    try (Socket client = gateway.connect()) {
      send(
          client,
          "POST /search/a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
      assertThat(until(client, "\r\n\r\n")).startsWith("HTTP/1.1 100 ");
      send(client, "abc" + LAST);
      assertThat(rest(client)).startsWith("HTTP/1.1 200 ");
      assertThat(upstream.heads().get(0)).doesNotContainIgnoringCase("expect");
    }
  }

  @Test
  void aBodyThatIsNotWantedIsNotAskedFor() throws IOException {
    String head = "POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n";
    assertThat(gateway.raw(head + "Expect: 100-continue\r\n\r\n"))
        .startsWith("HTTP/1.1 404 ")
        .contains("Connection: close");
  }

  @Test
  void afterARefusalWithAShortBodyTheConnectionGoesOn() throws IOException {
    String refused = "POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
    assertThat(gateway.raw(refused + LAST))
        .containsSubsequence("HTTP/1.1 404 ", "Date: ", " GMT\r\n", "HTTP/1.1 200 ");
  }

  @Test
  void aTooLongBodyIsRefusedBeforeItIsRead() throws IOException {
    String head = "POST /search/a HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999999\r\n\r\n";
    assertThat(gateway.raw(head + "x".repeat(100_000))).startsWith("HTTP/1.1 413 ");
    assertThat(upstream.heads()).isEmpty();
  }

  @Test
  void aBrokenChunkEndsTheConnection() throws IOException {
    String head = "POST /search/a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    assertThat(gateway.raw(head + "zz\r\nabc\r\n0\r\n\r\n" + LAST)).doesNotContain(" 200 ");
    assertThat(upstream.heads()).isEmpty();
  }

  @Test
  void anAnswerOfUnknownLengthIsChunkedForANewClientAndEndsWithTheConnectionForAnOldOne()
      throws IOException {
    upstream.answers(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
    String now = gateway.raw(LAST);
    assertThat(now).containsIgnoringCase("transfer-encoding: chunked").endsWith("\r\n0\r\n\r\n");
    String old = gateway.raw("GET /search/a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    assertThat(old).doesNotContainIgnoringCase("chunked").endsWith("\r\n\r\nhello");
  }

  @Test
  void anAnswerToHeadHasALengthAndNoBody() throws IOException {
    upstream.answers("HTTP/1.1 200 OK\r\nContent-Length: 77\r\n\r\n");
    String answer = gateway.raw(LAST.replace("GET", "HEAD"));
    assertThat(answer).containsIgnoringCase("content-length: 77").endsWith("\r\n\r\n");
    upstream.answers("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n");
    assertThat(gateway.raw(LAST)).startsWith("HTTP/1.1 304 ").endsWith("\r\n\r\n");
  }

  @Test
  void theHeadOfAnEventStreamDoesNotWaitForTheFirstEvent() throws IOException {
    upstream.answers(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    try (Socket client = gateway.connect()) {
      send(client, GET);
      assertThat(until(client, "\r\n\r\n")).containsIgnoringCase("text/event-stream");
    }
  }

  private static final String SWITCH =
      "GET /search/a HTTP/1.1\r\nHost: x\r\nConnection: keep-alive, Upgrade\r\n"
          + "Upgrade: WebSocket\r\nSec-WebSocket-Key: k\r\n\r\n";
  private static final String SWITCHED =
      "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
          + "Sec-WebSocket-Accept: a\r\n\r\n";

  @Test
  void aWebSocketPassesUntilOneSideClosesIt() throws IOException {
    upstream.answers(SWITCHED);
    try (RunningServer impatient =
        new RunningServer(upstream.url(), 100, Duration.ofMillis(200), Duration.ofMillis(300))) {
      try (Socket client = impatient.connect()) {
        send(client, SWITCH);
        assertThat(until(client, "\r\n\r\n"))
            .startsWith("HTTP/1.1 101 ")
            .contains("Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Accept: a");
        assertThat(upstream.heads().get(0))
            .containsIgnoringCase("upgrade: websocket")
            .containsIgnoringCase("connection: upgrade")
            .containsIgnoringCase("sec-websocket-key: k");
        for (String word : List.of("one", "two", "three")) {
          upstream.answers(word + "!");
          send(client, word + "\r\n\r\n");
          assertThat(until(client, "!")).isEqualTo(word + "!");
          pause(300);
        }
        assertThat(upstream.heads()).endsWith("three\r\n\r\n");
        upstream.answersAndCloses("bye");
        send(client, "bye\r\n\r\n");
        assertThat(rest(client)).isEqualTo("bye");
      }
      await().until(() -> impatient.server().connections() == 0);
    }
  }

  private static void pause(long ms) {
    await().pollDelay(Duration.ofMillis(ms)).until(() -> true);
  }

  @Test
  void aReplicaNeedNotSwitchAndNobodySwitchesUnasked() throws IOException {
    assertThat(gateway.raw(SWITCH + LAST)).startsWith("HTTP/1.1 200 ");
    assertThat(gateway.raw(SWITCH.replace("WebSocket", "h2c") + LAST)).startsWith("HTTP/1.1 200 ");
    assertThat(upstream.heads().get(2)).doesNotContainIgnoringCase("upgrade:");
    upstream.answers(SWITCHED);
    assertThat(gateway.raw(LAST)).startsWith("HTTP/1.1 502 ");
  }

  @Test
  void anOpenWebSocketHoldsNothingUpAtTheEnd() throws IOException {
    upstream.answers(SWITCHED);
    try (Socket client = gateway.connect()) {
      send(client, SWITCH);
      until(client, "\r\n\r\n");
      gateway.close();
      assertThat(rest(client)).isEmpty();
    }
  }

  @Test
  void anAnswerThatBreaksOffIsSeenToBeIncomplete() throws IOException {
    upstream.answersAndCloses(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    assertThat(gateway.raw(GET)).contains("hello").doesNotContain("\r\n0\r\n");
  }

  @Test
  void aConnectionWithoutAWholeRequestIsClosedInTime() throws IOException {
    Duration idle = Duration.ofMillis(300);
    try (RunningServer impatient =
            new RunningServer(upstream.url(), 100, idle, Duration.ofSeconds(30));
        Socket silent = impatient.connect();
        Socket slow = impatient.connect()) {
      send(slow, GET);
      until(slow, "ok");
      send(slow, "GET /search/a HTT");
      assertThat(rest(silent)).isEmpty();
      assertThat(rest(slow)).isEmpty();
      await().until(() -> impatient.server().connections() == 0);
    }
  }

  @Test
  void aRequestMayTakeLongerThanAnIdleConnectionIsKept() throws Exception {
    CountDownLatch gate = upstream.hold();
    try (RunningServer impatient =
            new RunningServer(upstream.url(), 100, Duration.ofMillis(100), Duration.ofSeconds(30));
        Socket client = impatient.connect()) {
      send(client, GET);
      assertThat(gate.await(500, TimeUnit.MILLISECONDS)).isFalse();
      gate.countDown();
      assertThat(until(client, "ok")).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void aBodyThatStopsComingEndsTheRequest() throws IOException {
    try (RunningServer impatient =
            new RunningServer(upstream.url(), 100, Duration.ofSeconds(60), Duration.ofMillis(200));
        Socket client = impatient.connect()) {
      send(client, "POST /search/a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na");
      assertThat(rest(client)).startsWith("HTTP/1.1 408 ");
    }
  }

  @Test
  void tooManyConnectionsAreClosedAndThoseThatGoMakeRoom() throws IOException {
    try (RunningServer small =
        new RunningServer(upstream.url(), 1, Duration.ofSeconds(60), Duration.ofSeconds(30))) {
      try (Socket first = small.connect()) {
        send(first, GET);
        until(first, "ok");
        try (Socket second = small.connect()) {
          assertThat(rest(second)).isEmpty();
        }
      }
      await().until(() -> small.server().connections() == 0);
      assertThat(small.raw(LAST)).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void whoLeavesBeforeTheAnswerIsForgotten() throws Exception {
    CountDownLatch gate = upstream.hold();
    try (Socket client = gateway.connect()) {
      send(client, GET);
      await().until(() -> upstream.heads().size() == 1);
    }
    await().until(() -> gateway.log().size() == 1);
    assertThat(gateway.log().get(0).status()).isEqualTo(499);
    assertThat(gateway.log().get(0).complete()).isFalse();
    gate.countDown();
  }

  @Test
  void whatIsUnderWayAtTheEndIsAnsweredAndNothingNewIsTaken() throws Exception {
    CountDownLatch gate = upstream.hold();
    try (Socket idle = gateway.connect();
        Socket busy = gateway.connect()) {
      send(busy, GET + GET);
      await().until(() -> upstream.heads().size() == 1);
      CompletableFuture<Void> closing = CompletableFuture.runAsync(gateway::close);
      assertThat(rest(idle)).isEmpty();
      gate.countDown();
      String answer = rest(busy);
      assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Connection: close");
      assertThat(answer.split("HTTP/1.1 200 ", -1)).hasSize(2);
      closing.join();
      assertThatThrownBy(gateway::connect).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aTakenPortIsNamed() {
    assertThatThrownBy(() -> new RunningServer(upstream.url(), gateway.port()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("libra.gateway.port: can't listen on 127.0.0.1:" + gateway.port());
  }
}
