package dev.libra.gateway.proxy.servlet;

import dev.libra.gateway.proxy.BodyLimits;
import dev.libra.gateway.proxy.BodyTooLargeException;
import dev.libra.gateway.proxy.EventLoop;
import dev.libra.gateway.proxy.RequestBody;
import dev.libra.gateway.proxy.TooManyBodiesException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads a request's body as it comes.
 *
 * <p>A short body is collected whole before the request is sent, so that it can be sent again. A
 * longer one is passed on piece by piece, no faster than the replica takes it: while the replica is
 * behind, the container's call waits, nothing is read, and TCP slows the client down. That costs a
 * thread per long body, whose number is bounded: going on later from a thread of ours instead meets
 * a container that still ends its call, and then never calls again (Liberty 26.0.0.3).
 */
final class IncomingBody implements ReadListener, RequestBody {
  private static final int MOST_UNDER_WAY = 128 * 1024;

  private final ServletInputStream in;
  private final long declared;
  private final BodyLimits limits;
  private final EventLoop loop;
  private final Collected collected;
  private final byte[] buffer = new byte[16 * 1024];
  private ByteArrayOutputStream kept;
  private byte[] whole;
  private byte[] first;
  private Throwable early;
  private Sink sink;
  private int reserved;
  private long received;
  private int underWay;
  private boolean sinkFull;
  private boolean isLong;
  private boolean closed;
  private boolean endedEarly;
  private boolean over;

  /** Hears, once, that the request can be sent, or that its body can't be read. */
  interface Collected {
    void ready(RequestBody body);

    void failed(Throwable cause);
  }

  IncomingBody(HttpServletRequest request, BodyLimits limits, EventLoop loop, Collected collected)
      throws IOException {
    this.in = request.getInputStream();
    this.declared = request.getContentLengthLong();
    this.limits = limits;
    this.loop = loop;
    this.collected = collected;
  }

  /** Begins to read; to be called once. */
  synchronized void start() {
    if (declared > limits.maxBytes()) {
      collected.failed(new BodyTooLargeException(limits.maxBytes()));
      return;
    }
    int wanted = (int) Math.min(declared < 0 ? limits.replayBytes() : declared, 1L << 30);
    boolean keeps = wanted <= limits.replayBytes() && limits.reserve(wanted);
    if (keeps) {
      reserved = wanted;
      kept = new ByteArrayOutputStream(declared < 0 ? 1024 : wanted);
    }
    if (!keeps && !becomesLong()) {
      return;
    }
    // The container wants to hear of the listener while the servlet runs.
    in.setReadListener(this);
    if (!keeps) {
      collected.ready(this);
    }
  }

  private boolean becomesLong() {
    isLong = limits.longBodies().tryAcquire();
    if (!isLong) {
      over = true;
      collected.failed(new TooManyBodiesException());
    }
    return isLong;
  }

  @Override
  public synchronized void onDataAvailable() throws IOException {
    while (awaitsMore()) {
      if (in.isReady() && !in.isFinished()) {
        take(in.read(buffer));
      } else if (in.isFinished()) {
        allRead();
      } else {
        return;
      }
    }
  }

  /** Waits while enough is under way; false when nothing more is to be read. */
  private boolean awaitsMore() {
    try {
      while (!over && !wantsMore()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(e);
    }
    return !over;
  }

  private boolean wantsMore() {
    return kept != null || sink != null && !sinkFull && underWay < MOST_UNDER_WAY;
  }

  private void take(int count) {
    if (count <= 0) {
      return;
    }
    received += count;
    if (received > limits.maxBytes()) {
      fail(new BodyTooLargeException(limits.maxBytes()));
    } else if (kept != null) {
      kept.write(buffer, 0, count);
      if (kept.size() > limits.replayBytes() && becomesLong()) {
        first = kept.toByteArray();
        kept = null;
        collected.ready(this);
      }
    } else {
      pass(Arrays.copyOf(buffer, count));
    }
  }

  private void pass(byte[] piece) {
    underWay += piece.length;
    Sink to = sink;
    loop.execute(() -> deliver(to, piece));
  }

  private void deliver(Sink to, byte[] piece) {
    boolean more = to.write(piece);
    synchronized (this) {
      underWay -= piece.length;
      sinkFull = sinkFull || !more;
      notifyAll();
    }
  }

  @Override
  public synchronized void onAllDataRead() {
    allRead();
  }

  private void allRead() {
    if (over) {
      return;
    }
    if (kept != null) {
      over = true;
      whole = kept.toByteArray();
      kept = null;
      collected.ready(this);
    } else if (sink != null) {
      over = true;
      Sink to = sink;
      loop.execute(to::end);
    } else {
      // It ended just as it became too long to keep; the sink will hear.
      endedEarly = true;
    }
  }

  @Override
  public synchronized void onError(Throwable failure) {
    fail(failure);
  }

  private void fail(Throwable failure) {
    if (over) {
      return;
    }
    over = true;
    if (kept != null) {
      kept = null;
      collected.failed(failure);
    } else if (sink != null) {
      Sink to = sink;
      loop.execute(() -> to.failed(failure));
    } else {
      early = failure;
    }
  }

  @Override
  public synchronized void sendTo(Sink to) {
    sink = to;
    if (whole != null) {
      to.write(whole);
      to.end();
      return;
    }
    if (first != null) {
      sinkFull = !to.write(first);
      first = null;
    }
    if (early != null) {
      to.failed(early);
    } else if (endedEarly) {
      over = true;
      to.end();
    }
    notifyAll();
  }

  @Override
  public synchronized void resume() {
    sinkFull = false;
    notifyAll();
  }

  /** Lets go of it: its request has been answered. */
  synchronized void close() {
    limits.free(reserved);
    reserved = 0;
    if (isLong) {
      isLong = false;
      limits.longBodies().release();
    }
    closed = !over;
    over = true;
    notifyAll();
  }

  @Override
  public synchronized byte[] whole() {
    return whole;
  }

  @Override
  public long length() {
    return declared;
  }

  @Override
  public synchronized boolean isSendable() {
    return whole != null || sink == null;
  }

  @Override
  public synchronized boolean isRead() {
    return over && !closed && early == null;
  }
}
