package dev.libra.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.bench.load.MalformedRequests.Malformed;
import dev.libra.bench.load.RawClient.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final String CLOSED = "HTTP/1.1 200 OK\r\nConnection: Close\r\n\r\n";
  private static final String KEPT = "HTTP/1.1 200 OK\r\n\r\n";

  @Test
  void whatIsRefusedOrClosedIsGood() {
    assertThat(judged("length", new Reply(400, "HTTP/1.1 400 Bad Request")))
        .endsWith("0 {}", "0", "0");
    assertThat(judged("length", new Reply(0, ""))).endsWith("0 {}", "0", "0");
  }

  @Test
  void silenceSuccessAndStackTracesAreNot() {
    assertThat(judged("method", new Reply(-1, ""))).endsWith("1 {method → -1=1}", "0", "0");
    assertThat(judged("length", new Reply(200, CLOSED))).endsWith("1 {length → 200=1}", "0", "0");
    assertThat(judged("noise", new Reply(400, "x\n\tat java.lang.Thread.run")))
        .endsWith("1 {noise → 400=1}", "0", "0");
  }

  @Test
  void whatTheStandardLetsAServerMendIsCountedApart() {
    assertThat(judged("folded field", new Reply(200, KEPT))).endsWith("0 {}", "1", "0");
    assertThat(judged("length and chunked", new Reply(200, CLOSED))).endsWith("0 {}", "1", "0");
    assertThat(judged("length and chunked", new Reply(200, KEPT)))
        .endsWith("1 {length and chunked → 200=1}", "0", "0");
    assertThat(judged("length and chunked", new Reply(200, CLOSED + KEPT)))
        .endsWith("1 {length and chunked → 200=1}", "0", "0");
  }

  @Test
  void twoLengthsAreNotRefusedByTakingTheFirst() {
    assertThat(judged("two lengths", new Reply(200, CLOSED))).endsWith("0 {}", "0", "1");
    assertThat(judged("two lengths", new Reply(200, KEPT)))
        .endsWith("1 {two lengths → 200=1}", "0", "0");
  }

  private static List<String> judged(String kind, Reply reply) {
    Judgement judgement = new Judgement();
    judgement.hear(new Malformed(kind, new byte[0]), reply);
    return judgement.rows("malformed").stream().map(Row::figure).toList();
  }
}
