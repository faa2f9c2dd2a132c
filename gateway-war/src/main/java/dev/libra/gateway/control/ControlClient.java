package dev.libra.gateway.control;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Calls control's API with the cluster token. */
public final class ControlClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final HttpClient http;
  private final URI base;
  private final String authorization;

  /**
   * @param base control's address without a path
   */
  public ControlClient(URI base, String clusterToken) {
    this.base = base;
    this.authorization = "Bearer " + clusterToken;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
  }

  /** The upstream list as control answers it, with what was known of it as entity tag. */
  HttpResponse<String> upstreams(Optional<String> knownTag)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request("/api/upstreams").GET();
    knownTag.ifPresent(tag -> request.header("If-None-Match", tag));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> report(byte[] json) throws IOException, InterruptedException {
    HttpRequest request =
        request("/api/metrics/update")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(TIMEOUT)
        .header("Authorization", authorization);
  }
}
