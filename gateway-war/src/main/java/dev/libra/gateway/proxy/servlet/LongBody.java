package dev.libra.gateway.proxy.servlet;

import dev.libra.gateway.proxy.BodyTooLargeException;
import dev.libra.gateway.proxy.EventLoop;
import dev.libra.gateway.proxy.RequestBody;
import dev.libra.gateway.proxy.TooManyBodiesException;
import dev.libra.gateway.proxy.WholeBody;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.RejectedExecutionException;

/**
 * Passes a long body on, no faster than the replica takes it: while the replica is behind nothing
 * is read, and TCP slows the client down.
 *
 * <p>A thread of its own reads it. Without one it would have to go on from an event loop after a
 * pause; Liberty 26.0.0.3 then may issue the read while it still ends its last call, and never
 * calls again. A body of unknown length is first collected, in case it is short.
 */
final class LongBody implements IncomingBody, RequestBody {
  private static final int MOST_UNDER_WAY = 128 * 1024;
  private static final int PIECE = 16 * 1024;

  private final ServletInputStream in;
  private final long declared;
  private final Bodies bodies;
  private final EventLoop loop;
  private final Collected collected;
  private byte[] first = {};
  private long received;
  private Sink sink;
  private int underWay;
  private boolean sinkFull;
  private boolean read;
  private boolean closed;

  LongBody(ServletInputStream in, long declared, Bodies bodies, Collected collected) {
    this.in = in;
    this.declared = declared;
    this.bodies = bodies;
    this.loop = bodies.loop();
    this.collected = collected;
  }

  @Override
  public void start() {
    if (declared >= 0) {
      collected.ready(this);
      return;
    }
    try {
      bodies.readers().execute(this::collect);
    } catch (RejectedExecutionException e) {
      collected.failed(new TooManyBodiesException());
    }
  }

  /** Reads up to what is kept; a body that ends by then is as good as a short one. */
  private void collect() {
    int kept = bodies.limits().replayBytes();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    byte[] buffer = new byte[PIECE];
    try {
      int count = in.read(buffer);
      while (count >= 0 && bytes.size() + count <= kept) {
        bytes.write(buffer, 0, count);
        count = in.read(buffer);
      }
      received = bytes.size();
      if (count < 0) {
        requireAccepted();
        read = true;
        collected.ready(new WholeBody(bytes.toByteArray()));
        return;
      }
      bytes.write(buffer, 0, count);
      received += count;
      requireAccepted();
      first = bytes.toByteArray();
    } catch (IOException | RuntimeException e) {
      collected.failed(e);
      return;
    }
    collected.ready(this);
    if (awaitsMore()) {
      pass();
    }
  }

  private void requireAccepted() throws BodyTooLargeException {
    if (received > bodies.limits().maxBytes()) {
      throw new BodyTooLargeException(bodies.limits().maxBytes());
    }
  }

  @Override
  public void sendTo(Sink to) {
    if (declared >= 0) {
      try {
        sink = to;
        bodies.readers().execute(this::pass);
      } catch (RejectedExecutionException e) {
        to.failed(new TooManyBodiesException());
      }
      return;
    }
    boolean more = to.write(first);
    synchronized (this) {
      first = new byte[0];
      sinkFull = !more;
      sink = to;
      notifyAll();
    }
  }

  /** Reads and passes on until the end; in a reader's thread. */
  private void pass() {
    byte[] buffer = new byte[PIECE];
    try {
      while (awaitsMore()) {
        int count = in.read(buffer);
        if (count < 0) {
          read = true;
          loop.execute(sink::end);
          return;
        }
        received += count;
        requireAccepted();
        hand(Arrays.copyOf(buffer, count));
      }
    } catch (IOException | RuntimeException e) {
      loop.execute(() -> sink.failed(e));
    }
  }

  private void hand(byte[] piece) {
    synchronized (this) {
      underWay += piece.length;
    }
    loop.execute(
        () -> {
          boolean more = sink.write(piece);
          synchronized (this) {
            underWay -= piece.length;
            sinkFull = sinkFull || !more;
            notifyAll();
          }
        });
  }

  /** Waits while enough is under way; false if the request is over. */
  private synchronized boolean awaitsMore() {
    try {
      while (!closed && (sink == null || sinkFull || underWay >= MOST_UNDER_WAY)) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return !closed;
  }

  @Override
  public synchronized void resume() {
    sinkFull = false;
    notifyAll();
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
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
  public synchronized boolean isSendable() {
    return sink == null;
  }

  @Override
  public boolean isRead() {
    return read;
  }
}
