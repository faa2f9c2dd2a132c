package dev.libra.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
  private final Router router =
      new Router(
          Map.of("/search", route("search"), "/shop", route("shop"), "/shop/api", route("api")));

  @ParameterizedTest
  @CsvSource({
    "/search/x?q=1, search",
    "/search, search",
    "/search;v=1/x, search",
    "/shop/x, shop",
    "/shop?x=/shop/api, shop",
    "/shop/api, api",
    "/shop/api/x, api",
    "/shop/apis, shop",
    "/shopping, ",
    "/%73earch/x, ",
    "/, ",
    "//search, "
  })
  void theLongestPrefixOfWholeSegmentsWins(String target, String route) {
    Route found = router.route(target);
    assertThat(found == null ? null : found.service()).isEqualTo(route);
  }

  @Test
  void aRouteOfTheRootTakesTheRest() {
    Router all = new Router(Map.of("/search", route("search"), "/", route("rest")));
    assertThat(all.route("/search/x").service()).isEqualTo("search");
    assertThat(all.route("/other/x").service()).isEqualTo("rest");
    assertThat(all.route("/").service()).isEqualTo("rest");
  }

  private static Route route(String name) {
    return Route.of(name, null, null, AccessCheck.OPEN);
  }
}
