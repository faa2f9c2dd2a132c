package dev.libra.gateway.proxy.vertx;

import dev.libra.gateway.proxy.Headers;
import dev.libra.gateway.proxy.RequestBody;
import dev.libra.gateway.proxy.ResponseHead;
import dev.libra.gateway.proxy.UpstreamClient.Call;
import dev.libra.gateway.proxy.UpstreamClient.Listener;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/** One request to a replica; all of it happens in the exchange's event loop. */
final class VertxCall implements Call {
  private static final int WRITE_QUEUE = 64 * 1024;

  private final RequestBody body;
  private final Listener listener;
  private HttpClientRequest request;
  private HttpClientResponse response;
  private boolean sent;
  private boolean over;

  VertxCall(RequestBody body, Listener listener) {
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
    opened.exceptionHandler(this::lost);
    byte[] whole = body == null ? null : body.whole();
    if (body == null) {
      sent = true;
      opened.end();
    } else if (whole != null) {
      sent = true;
      opened.end(Buffer.buffer(Unpooled.wrappedBuffer(whole)));
    } else {
      stream(opened);
    }
  }

  private void stream(HttpClientRequest opened) {
    opened.setChunked(body.length() < 0);
    opened.setWriteQueueMaxSize(WRITE_QUEUE);
    opened.drainHandler(
        v -> {
          if (!over) {
            body.resume();
          }
        });
    body.sendTo(new Upload());
  }

  /** Passes a long body on. */
  private final class Upload implements RequestBody.Sink {

    @Override
    public boolean write(byte[] piece) {
      if (over) {
        return false;
      }
      request.write(Buffer.buffer(Unpooled.wrappedBuffer(piece)));
      listener.sent();
      return !request.writeQueueFull();
    }

    @Override
    public void end() {
      if (!over) {
        sent = true;
        request.end();
      }
    }

    @Override
    public void failed(Throwable cause) {
      if (!over) {
        cancel();
        listener.bodyFailed(cause);
      }
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
    answer.endHandler(v -> ended());
    Headers headers = new Headers();
    answer.headers().forEach(headers::add);
    listener.head(new ResponseHead(answer.statusCode(), headers));
  }

  private void ended() {
    if (!over) {
      over = true;
      if (!sent) {
        // It answered without waiting for the whole body: the connection is of no more use.
        request.reset();
      }
      listener.end();
    }
  }

  void lost(Throwable cause) {
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
