package dev.libra.exporter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;

/** The two HTTP calls of the exporter: the heartbeat to control, and the replica's own health. */
final class ControlClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final ExporterSettings settings;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  ControlClient(ExporterSettings settings) {
    this.settings = settings;
  }

  /** The status of control's answer; the token is read anew, for it may have been replaced. */
  int send(Heartbeat heartbeat) throws IOException, InterruptedException {
    HttpRequest request =
        request(resolve(settings.controlUrl(), "/api/metrics/update"))
            .header("Authorization", "Bearer " + Files.readString(settings.tokenFile()).strip())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(heartbeat.toJson()))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  boolean isReady() throws InterruptedException {
    HttpRequest request = request(resolve(settings.url(), settings.healthPath())).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      // Not listening yet, or too busy to answer: not ready either way.
      return false;
    }
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(TIMEOUT);
  }

  private static URI resolve(URI base, String path) {
    return URI.create(base.toString().replaceAll("/+$", "") + path);
  }
}
