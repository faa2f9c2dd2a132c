package dev.libra.metrics.scrape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Fetches metrics pages. */
final class PageClient {
  private static final Duration TIMEOUT = Duration.ofMillis(1500);
  private static final int MAX_BYTES = 8 << 20;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final String authorization;

  /**
   * @param authorization value of the header, or null
   */
  PageClient(String authorization) {
    this.authorization = authorization;
  }

  CompletableFuture<String> read(URI url) {
    return http.sendAsync(request(url), HttpResponse.BodyHandlers.ofInputStream())
        .thenApply(PageClient::text)
        .orTimeout(2 * TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private HttpRequest request(URI url) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(TIMEOUT)
            .header("Accept", "text/plain;version=0.0.4, */*;q=0.1");
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    if (authorization != null && "http".equals(url.getScheme())) {
      // Liberty shows /metrics with a password only over TLS, or if a trusted proxy vouches for it.
      request.header("X-Forwarded-Proto", "https").header("X-Forwarded-For", "127.0.0.1");
    }
    return request.build();
  }

  private static String text(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        throw new IllegalStateException("HTTP status " + response.statusCode());
      }
      byte[] bytes = body.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IllegalStateException("more than " + MAX_BYTES + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
