package dev.libra.gateway.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.libra.fleet.ReplicaState;
import dev.libra.fleet.Upstream;
import dev.libra.fleet.UpstreamList;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads an upstream list:
 *
 * <pre>{"version":17,"services":{"search":[
 *   {"replica":"search-1","url":"http://127.0.0.1:9201","state":"ready","concurrency":8}]}}</pre>
 */
final class UpstreamListJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private UpstreamListJson() {}

  /**
   * @throws IllegalArgumentException if any part of the list is missing or makes no sense
   */
  static UpstreamList read(String json) {
    JsonNode root = parse(json);
    JsonNode version = root.path("version");
    if (!version.canConvertToLong() || !version.isIntegralNumber()) {
      throw new IllegalArgumentException("version must be a whole number, was: " + version);
    }
    JsonNode services = root.path("services");
    if (!services.isObject()) {
      throw new IllegalArgumentException("services must be an object, was: " + services);
    }
    Map<String, List<Upstream>> byService = new TreeMap<>();
    services
        .properties()
        .forEach(entry -> byService.put(entry.getKey(), upstreams(entry.getValue())));
    return new UpstreamList(version.asLong(), byService);
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static List<Upstream> upstreams(JsonNode array) {
    if (!array.isArray()) {
      throw new IllegalArgumentException("a service's replicas must be an array, was: " + array);
    }
    List<Upstream> upstreams = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : array) {
      Upstream upstream = upstream(node);
      if (!names.add(upstream.replica())) {
        throw new IllegalArgumentException("replica is listed twice: " + upstream.replica());
      }
      upstreams.add(upstream);
    }
    return upstreams;
  }

  private static Upstream upstream(JsonNode node) {
    JsonNode concurrency = node.path("concurrency");
    if (!concurrency.isInt()) {
      throw new IllegalArgumentException("concurrency must be a whole number, was: " + concurrency);
    }
    return new Upstream(
        node.path("replica").asText(null),
        url(node.path("url").asText("")),
        state(node.path("state").asText("")),
        concurrency.asInt());
  }

  private static URI url(String text) {
    URI url = URI.create(text);
    boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!http || url.getHost() == null) {
      throw new IllegalArgumentException("url must be an absolute http(s) address, was: " + text);
    }
    return url;
  }

  private static ReplicaState state(String text) {
    return switch (text) {
      case "ready" -> ReplicaState.READY;
      case "draining" -> ReplicaState.DRAINING;
      default ->
          throw new IllegalArgumentException("state must be ready or draining, was: " + text);
    };
  }
}
