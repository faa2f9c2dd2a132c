package dev.libra.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** JSON to and from the processes of one installation, with its cluster token. */
public final class ClusterApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private final String token;

  /**
   * @param home the installation's state
   */
  public ClusterApi(Path home) {
    try {
      this.token = Files.readString(home.resolve("secrets").resolve("cluster-token")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("is ./libra up? There is no token: " + e.getMessage(), e);
    }
  }

  public JsonNode get(String url) {
    return send("GET", url, null);
  }

  /**
   * @param body JSON, or null for none
   * @return the answer; an empty object for an empty one
   * @throws IllegalStateException if the answer's status is 300 or above
   * @throws UncheckedIOException without an answer
   */
  public JsonNode send(String method, String url, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            method + " " + url + " answered " + answer.statusCode() + " " + answer.body());
      }
      return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException("is ./libra up? No answer from " + url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
