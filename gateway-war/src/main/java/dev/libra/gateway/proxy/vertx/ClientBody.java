package dev.libra.gateway.proxy.vertx;

import dev.libra.gateway.proxy.BodyLimits;
import dev.libra.gateway.proxy.BodyTimeoutException;
import dev.libra.gateway.proxy.BodyTooLargeException;
import dev.libra.gateway.proxy.EventLoop;
import dev.libra.gateway.proxy.RequestBody;
import dev.libra.gateway.proxy.WholeBody;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.time.Duration;

/**
 * The body of a client's request; used in its loop only.
 *
 * <p>A short one is collected, so that it can be sent again. A longer one is passed on no faster
 * than the replica takes it: while the replica is behind nothing is read, and TCP slows the client
 * down. One of unknown length is first collected, in case it is short.
 */
final class ClientBody implements RequestBody {
  private final HttpServerRequest request;
  private final long declared;
  private final BodyLimits limits;
  private final EventLoop loop;
  private final Duration silence;
  private final Collected collected;

  /** What has come, while it is collected or until it is sent on; else null. */
  private ByteArrayOutputStream kept;

  private boolean collecting;
  private boolean started;
  private int reserved;
  private long received;
  private long movedAt;
  private Sink sink;
  private Throwable failure;
  private boolean read;
  private boolean closed;

  /** Hears, once, that the request can be sent, or that its body can't be read. */
  interface Collected {
    void ready(RequestBody body);

    void failed(Throwable cause);
  }

  /**
   * @param length as declared, or null if it is unknown
   * @param silence longest time in which nothing comes while it is collected
   */
  ClientBody(
      HttpServerRequest request,
      String length,
      BodyLimits limits,
      EventLoop loop,
      Duration silence,
      Collected collected) {
    this.request = request;
    this.declared = length == null ? -1 : Long.parseLong(length.strip());
    this.limits = limits;
    this.loop = loop;
    this.silence = silence;
    this.collected = collected;
  }

  /** Begins to read a request that is paused. */
  void start() {
    started = true;
    if (declared > limits.maxBytes()) {
      failure = new BodyTooLargeException(limits.maxBytes());
      collected.failed(failure);
      return;
    }
    if (isExpectingLeave()) {
      request.response().writeContinue();
    }
    request.handler(this::piece);
    request.endHandler(v -> end());
    request.exceptionHandler(this::fail);
    long wanted = declared < 0 ? limits.replayBytes() : declared;
    if (wanted <= limits.replayBytes() && limits.reserve((int) wanted)) {
      reserved = (int) wanted;
      kept = new ByteArrayOutputStream(declared < 0 ? 1024 : (int) declared);
      collecting = true;
      movedAt = System.nanoTime();
      loop.schedule(silence, this::look);
      request.resume();
    } else {
      collected.ready(this);
    }
  }

  private void look() {
    if (collecting && !closed) {
      long left = silence.toNanos() - (System.nanoTime() - movedAt);
      if (left <= 0) {
        fail(new BodyTimeoutException(silence));
      } else {
        loop.schedule(Duration.ofNanos(left), this::look);
      }
    }
  }

  private void piece(Buffer piece) {
    if (failure != null || closed) {
      return;
    }
    received += piece.length();
    movedAt = System.nanoTime();
    if (received > limits.maxBytes()) {
      fail(new BodyTooLargeException(limits.maxBytes()));
    } else if (collecting) {
      kept.writeBytes(piece.getBytes());
      if (kept.size() > limits.replayBytes()) {
        collecting = false;
        request.pause();
        collected.ready(this);
      }
    } else if (!sink.write(piece.getBytes())) {
      request.pause();
    }
  }

  private void end() {
    read = true;
    if (failure != null || closed) {
      return;
    }
    if (collecting) {
      collecting = false;
      byte[] whole = kept.toByteArray();
      kept = null;
      collected.ready(new WholeBody(whole));
    } else {
      sink.end();
    }
  }

  private void fail(Throwable cause) {
    if (failure != null || read || closed) {
      return;
    }
    failure = cause;
    if (collecting) {
      collecting = false;
      collected.failed(cause);
    } else if (sink != null) {
      sink.failed(cause);
    }
  }

  @Override
  public void sendTo(Sink to) {
    sink = to;
    if (failure != null) {
      to.failed(failure);
      return;
    }
    boolean more = kept == null || to.write(kept.toByteArray());
    kept = null;
    if (more) {
      resume();
    }
  }

  @Override
  public void resume() {
    if (!read && !closed) {
      request.resume();
    }
  }

  /** Whether the client waits to be told that its body is wanted. */
  private boolean isExpectingLeave() {
    return "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
  }

  /** Lets go of it: its request has been answered. What still comes is dropped. */
  void close() {
    if (!closed) {
      closed = true;
      kept = null;
      limits.free(reserved);
      request.resume();
    }
  }

  /** Whether all of it has come, or will come and is short enough to be read and dropped. */
  boolean endsSoon() {
    boolean comes = failure == null && (started || !isExpectingLeave());
    return read || comes && declared >= 0 && declared <= limits.replayBytes();
  }

  @Override
  public byte[] whole() {
    return null;
  }

  @Override
  public long length() {
    return declared;
  }

  @Override
  public boolean isSendable() {
    return sink == null;
  }
}
