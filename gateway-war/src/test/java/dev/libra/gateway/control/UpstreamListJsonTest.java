package dev.libra.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.libra.fleet.ReplicaState;
import dev.libra.fleet.Upstream;
import dev.libra.fleet.UpstreamList;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamListJsonTest {

  @Test
  void readsTheListOfTheContract() {
    UpstreamList list =
        UpstreamListJson.read(
            """
            {"version":17,"new":1,"services":{"search":[
              {"replica":"search-1","url":"http://127.0.0.1:9201","state":"ready","concurrency":8},
              {"replica":"search-2","url":"http://127.0.0.1:9202","state":"draining","concurrency":8}
            ],"auth":[]}}
            """);
    assertThat(list.version()).isEqualTo(17);
    assertThat(list.of("search"))
        .contains(
            new Upstream("search-1", URI.create("http://127.0.0.1:9201"), ReplicaState.READY, 8));
    assertThat(list.of("search").get(1).state()).isEqualTo(ReplicaState.DRAINING);
    assertThat(list.of("auth")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "null",
        "{\"services\":{}}",
        "{\"version\":-1,\"services\":{}}",
        "{\"version\":\"1\",\"services\":{}}",
        "{\"version\":1}",
        "{\"version\":1,\"services\":[]}",
        "{\"version\":1,\"services\":{\"search\":{}}}",
        "{\"version\":1,\"services\":{\"search\":[{}]}}",
        "{\"version\":1,\"services\":{\"search\":[{\"replica\":\"a\",\"url\":\"http://h:1\","
            + "\"state\":\"starting\",\"concurrency\":8}]}}",
        "{\"version\":1,\"services\":{\"search\":[{\"replica\":\"a\",\"url\":\"http://h:1\","
            + "\"state\":\"ready\",\"concurrency\":0}]}}",
        "{\"version\":1,\"services\":{\"search\":[{\"replica\":\"a\",\"url\":\"ftp://h:1\","
            + "\"state\":\"ready\",\"concurrency\":1}]}}",
        "{\"version\":1,\"services\":{\"search\":[{\"replica\":\"a\",\"url\":\":\","
            + "\"state\":\"ready\",\"concurrency\":1}]}}",
        "{\"version\":1,\"services\":{\"search\":["
            + "{\"replica\":\"a\",\"url\":\"http://h:1\",\"state\":\"ready\",\"concurrency\":1},"
            + "{\"replica\":\"a\",\"url\":\"http://h:2\",\"state\":\"ready\",\"concurrency\":1}]}}"
      })
  void refusesAListThatMakesNoSense(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> UpstreamListJson.read(json));
  }
}
