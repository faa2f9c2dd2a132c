package dev.libra.gateway.proxy.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Collects a request's body without blocking a thread, up to a limit.
 *
 * <p>The whole body is kept, so that a failed try can be repeated.
 */
final class RequestBody implements ReadListener {
  private final ServletInputStream in;
  private final int limit;
  private final CompletableFuture<byte[]> result = new CompletableFuture<>();
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[8192];

  private RequestBody(ServletInputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** The body, or null if the request has none. */
  static CompletionStage<byte[]> read(HttpServletRequest request, int limit) throws IOException {
    long declared = request.getContentLengthLong();
    if (declared < 0 && request.getHeader("Transfer-Encoding") == null) {
      return CompletableFuture.completedStage(null);
    }
    if (declared == 0) {
      return CompletableFuture.completedStage(new byte[0]);
    }
    if (declared > limit) {
      return CompletableFuture.failedStage(new BodyTooLargeException(limit));
    }
    RequestBody body = new RequestBody(request.getInputStream(), limit);
    body.in.setReadListener(body);
    return body.result;
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (!result.isDone() && in.isReady() && !in.isFinished()) {
      int count = in.read(buffer);
      if (count > 0) {
        collected.write(buffer, 0, count);
      }
      if (collected.size() > limit) {
        result.completeExceptionally(new BodyTooLargeException(limit));
      }
    }
  }

  @Override
  public void onAllDataRead() {
    result.complete(collected.toByteArray());
  }

  @Override
  public void onError(Throwable failure) {
    result.completeExceptionally(failure);
  }
}
