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
import java.net.ProtocolException;

/** One request to a replica; all of it happens in the exchange's event loop. */
final class VertxCall implements Call {
  private static final int WRITE_QUEUE = 64 * 1024;

  private final boolean upgrade;
  private final Headers headers;
  private final RequestBody body;
  private final Listener listener;
  private HttpClientRequest request;
  private HttpClientResponse response;
  private boolean sent;
  private boolean over;

  /**
   * @param upgrade whether the request wishes to leave HTTP
   * @param headers all but {@code Content-Length}
   */
  VertxCall(boolean upgrade, Headers headers, RequestBody body, Listener listener) {
    this.upgrade = upgrade;
    this.headers = headers;
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
    try {
      addHeaders(opened, whole);
    } catch (IllegalArgumentException e) {
      // Nothing a replica could mend: as unreachable it would be tried until its time is over.
      opened.reset();
      lost(e);
      return;
    }
    if (upgrade) {
      sent = true;
      opened.connect();
    } else if (body == null) {
      sent = true;
      opened.end();
    } else if (whole != null) {
      sent = true;
      opened.end(Buffer.buffer(Unpooled.wrappedBuffer(whole)));
    } else {
      stream(opened);
    }
  }

  private void addHeaders(HttpClientRequest opened, byte[] whole) {
    headers.forEach(opened.headers()::add);
    if (body != null) {
      long length = whole == null ? body.length() : whole.length;
      if (length >= 0) {
        opened.putHeader("Content-Length", Long.toString(length));
      }
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
    if (answer.statusCode() == 101) {
      switched(answer);
      return;
    }
    answer.exceptionHandler(this::lost);
    answer.handler(
        piece -> {
          if (!over) {
            listener.piece(piece.getBytes());
          }
        });
    answer.endHandler(v -> ended());
    listener.head(head(answer));
  }

  private void switched(HttpClientResponse answer) {
    over = true;
    if (upgrade) {
      listener.switched(head(answer), new SocketTunnel(answer.netSocket(), () -> {}));
    } else {
      request.reset();
      listener.lost(new ProtocolException("101 to a request that did not ask for it"));
    }
  }

  private static ResponseHead head(HttpClientResponse answer) {
    Headers headers = new Headers();
    answer.headers().forEach(headers::add);
    return new ResponseHead(answer.statusCode(), headers);
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
