package dev.libra.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {

  @Test
  void soundFramingPasses() {
    assertThat(Framing.refusal("GET", new Headers())).isNull();
    assertThat(Framing.refusal("GET", new Headers().add("content-length", "0"))).isNull();
    assertThat(Framing.refusal("GET", new Headers().add("Content-Length", "1234567890"))).isNull();
    assertThat(Framing.refusal("GET", new Headers().add("Transfer-Encoding", "Chunked"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+3", "3,4", "0x3", "abc", "99999999999999999999", "\u0663"})
  void aLengthMustBeAWholeNumber(String length) {
    refused(new Headers().add("Content-Length", length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "xchunked", "chunked, gzip", "identity, chunked", "chunked\u000bx"})
  void theOnlyCodingIsChunked(String coding) {
    refused(new Headers().add("Transfer-Encoding", coding));
  }

  @Test
  void twoEndsAreRefused() {
    refused(new Headers().add("Content-Length", "3").add("Transfer-Encoding", "chunked"));
    refused(new Headers().add("Content-Length", "3").add("content-length", "3"));
    refused(new Headers().add("Transfer-Encoding", "chunked").add("Transfer-Encoding", "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH"})
  void aMethodThatWantsABodySaysWhereItEnds(String method) {
    assertThat(Framing.refusal(method, new Headers()).status()).isEqualTo(411);
    assertThat(Framing.refusal(method, new Headers().add("Content-Length", "0"))).isNull();
    assertThat(Framing.refusal("DELETE", new Headers())).isNull();
  }

  private static void refused(Headers headers) {
    assertThat(Framing.refusal("POST", headers).status()).isEqualTo(400);
  }
}
