package dev.libra.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestHeadTest {

  @ParameterizedTest
  @CsvSource({
    "/search/products?q=a, search",
    "/search, search",
    "/search?x=/y, search",
    "/search;v=1/products, search",
    "//search, ''",
    "/, ''",
    "/%73earch/x, %73earch",
    "search/x, search"
  })
  void theFirstSegmentNamesTheService(String target, String segment) {
    assertThat(RequestHead.firstSegment(target)).isEqualTo(segment);
  }

  @ParameterizedTest
  @CsvSource({"GET,true", "HEAD,true", "PUT,true", "DELETE,true", "OPTIONS,true", "PATCH,false"})
  void methodsThatMayBeRepeated(String method, boolean idempotent) {
    assertThat(head(method, "/x", new Headers()).isIdempotent()).isEqualTo(idempotent);
  }

  @Test
  void aPostMayBeRepeatedWithAKeyOnly() {
    assertThat(head("POST", "/x", new Headers()).isIdempotent()).isFalse();
    assertThat(head("POST", "/x", new Headers().add("idempotency-key", "k")).isIdempotent())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/a?b=c, x, /a?b=c",
    "http://shop.example/a?b=c, shop.example, /a?b=c",
    "HTTPS://shop.example:8443, shop.example:8443, /",
    "http://shop.example?b, shop.example, /?b",
    "*, x, *"
  })
  void anAbsoluteTargetNamesTheHost(String target, String host, String origin) {
    Headers headers = new Headers().add("Host", "x");
    RequestHead head = RequestHead.of("GET", target, headers, "127.0.0.1", "gateway:1");
    assertThat(head.host()).isEqualTo(host);
    assertThat(head.target()).isEqualTo(origin);
  }

  @Test
  void whoNamesNoHostMeansTheGateway() {
    RequestHead head = RequestHead.of("GET", "/", new Headers(), "127.0.0.1", "gateway:1");
    assertThat(head.host()).isEqualTo("gateway:1");
  }

  private static RequestHead head(String method, String target, Headers headers) {
    return new RequestHead(method, target, headers, "127.0.0.1", "localhost");
  }
}
