package dev.libra.gateway.proxy.vertx;

import dev.libra.gateway.proxy.Headers;
import dev.libra.gateway.proxy.ResponseHead;
import dev.libra.gateway.proxy.UpstreamClient.Call;
import dev.libra.gateway.proxy.UpstreamClient.Listener;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/** One request to a replica; all of it happens in the exchange's event loop. */
final class VertxCall implements Call {
  private final byte[] body;
  private final Listener listener;
  private HttpClientRequest request;
  private HttpClientResponse response;
  private boolean over;

  VertxCall(byte[] body, Listener listener) {
    this.body = body;
    this.listener = listener;
  }

  void connected(HttpClientRequest opened) {
    request = opened;
    if (over) {
      opened.reset();
      return;
    }
    // Failures after the answer's head come through its own handler; this one hears both.
    opened.response().onComplete(this::answered, this::lost);
    if (body == null) {
      opened.end();
    } else {
      opened.end(Buffer.buffer(body));
    }
  }

  void unreachable(Throwable cause) {
    if (!over) {
      over = true;
      listener.unreachable(cause);
    }
  }

  private void answered(HttpClientResponse answer) {
    if (over) {
      return;
    }
    response = answer;
    answer.exceptionHandler(this::lost);
    answer.handler(
        piece -> {
          if (!over) {
            listener.piece(piece.getBytes());
          }
        });
    answer.endHandler(
        v -> {
          if (!over) {
            over = true;
            listener.end();
          }
        });
    Headers headers = new Headers();
    answer.headers().forEach(headers::add);
    listener.head(new ResponseHead(answer.statusCode(), headers));
  }

  private void lost(Throwable cause) {
    if (!over) {
      over = true;
      listener.lost(cause);
    }
  }

  @Override
  public void cancel() {
    over = true;
    if (request != null) {
      request.reset();
    }
  }

  @Override
  public void pause() {
    if (response != null && !over) {
      response.pause();
    }
  }

  @Override
  public void resume() {
    if (response != null && !over) {
      response.resume();
    }
  }
}
