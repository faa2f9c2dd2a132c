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

  private static RequestHead head(String method, String target, Headers headers) {
    return new RequestHead(method, target, headers, "127.0.0.1", "localhost");
  }
}
