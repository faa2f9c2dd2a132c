package dev.libra.gateway.proxy.servlet;

import dev.libra.gateway.proxy.WholeBody;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * Collects a short body of known length without blocking a thread, so that it can be sent again.
 */
final class ShortBody implements IncomingBody, ReadListener {
  private final ServletInputStream in;
  private final byte[] bytes;
  private final Bodies bodies;
  private final Collected collected;
  private int length;
  private boolean over;
  private boolean closed;

  ShortBody(ServletInputStream in, int declared, Bodies bodies, Collected collected) {
    this.in = in;
    this.bytes = new byte[declared];
    this.bodies = bodies;
    this.collected = collected;
  }

  @Override
  public void start() {
    if (bytes.length == 0) {
      ready();
    } else {
      in.setReadListener(this);
    }
  }

  @Override
  public synchronized void onDataAvailable() throws IOException {
    while (length < bytes.length && in.isReady() && !in.isFinished()) {
      length += Math.max(0, in.read(bytes, length, bytes.length - length));
    }
  }

  @Override
  public synchronized void onAllDataRead() {
    if (length < bytes.length) {
      onError(new EOFException("The body is shorter than declared"));
    } else if (!over) {
      ready();
    }
  }

  private void ready() {
    over = true;
    collected.ready(new WholeBody(bytes));
  }

  @Override
  public synchronized void onError(Throwable failure) {
    if (!over) {
      over = true;
      collected.failed(failure);
    }
  }

  @Override
  public boolean isRead() {
    return length == bytes.length;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      bodies.limits().free(bytes.length);
    }
  }
}
