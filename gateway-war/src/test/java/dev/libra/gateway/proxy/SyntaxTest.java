package dev.libra.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxTest {

  @Test
  void aSoundHeadPasses() {
    Headers headers = new Headers().add("X-A_b.c~1", "a\tb \u00e9 \"c\"").add("Empty", "");
    assertThat(Syntax.refusal("HTTP/1.1", head("GET", "/a?b=%20", headers))).isNull();
    assertThat(Syntax.refusal("HTTP/1.0", head("M-SEARCH", "*", new Headers()))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET\t", "G\u0000T", "(GET)", "{}", "GET/", "\u00e9", "G ET"})
  void theMethodMustBeAToken(String method) {
    refused(head(method, "/", new Headers()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a b", "/\t", "/\u0000", "/\u007f", "/\r\n", "/\u00e9"})
  void theTargetIsPrintableAscii(String target) {
    refused(head("GET", target, new Headers()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bad\u0000Name", "Sp ace", "a:b", "\u00e9", "a\r"})
  void aFieldsNameMustBeAToken(String name) {
    refused(head("GET", "/", new Headers().add("Good", "x").add(name, "x")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000", "a\r\nb: c", "\n", "\u007f"})
  void aFieldsValueHasNoControlCharacters(String value) {
    refused(head("GET", "/", new Headers().add("Name", value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/9.9", "HTTP/2.0", "http/1.1", "HTTP/1.1 x", ""})
  void theVersionMustBeKnown(String protocol) {
    assertThat(Syntax.refusal(protocol, head("GET", "/", new Headers())).status()).isEqualTo(505);
  }

  @Test
  void thereIsOneHost() {
    Headers none = new Headers();
    Headers two = new Headers().add("Host", "a").add("host", "b");
    assertThat(Syntax.refusal("HTTP/1.1", bare(none)).status()).isEqualTo(400);
    assertThat(Syntax.refusal("HTTP/1.1", bare(two)).status()).isEqualTo(400);
    assertThat(Syntax.refusal("HTTP/1.0", bare(none))).isNull();
  }

  private static RequestHead bare(Headers headers) {
    return new RequestHead("GET", "/", headers, "127.0.0.1", "host");
  }

  private static RequestHead head(String method, String target, Headers headers) {
    headers.add("Host", "host");
    return new RequestHead(method, target, headers, "127.0.0.1", "host");
  }

  private static void refused(RequestHead head) {
    assertThat(Syntax.refusal("HTTP/1.1", head).status()).isEqualTo(400);
  }
}
