package dev.libra.gateway.proxy.servlet;

import dev.libra.gateway.proxy.Exchange;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Streams an answer's body to the client without blocking a thread.
 *
 * <p>Pieces come from the exchange's loop, the container calls back from threads of its own; the
 * lock is held for queueing and for handing pieces to the container only.
 */
final class AnswerStream implements WriteListener {
  private static final int FULL = 256 * 1024;
  private static final int DRAINED = 64 * 1024;

  private final ServletOutputStream out;
  private final Exchange exchange;
  private final Runnable complete;
  private final Queue<byte[]> pieces = new ArrayDeque<>();
  private int queued;
  private boolean full;
  private boolean writable;
  private boolean flushed;
  private boolean ended;
  private boolean over;

  AnswerStream(ServletOutputStream out, Exchange exchange, Runnable complete) {
    this.out = out;
    this.exchange = exchange;
    this.complete = complete;
  }

  void start() {
    out.setWriteListener(this);
  }

  /** Queues a piece; false if enough is queued for now. */
  synchronized boolean write(byte[] piece) throws IOException {
    pieces.add(piece);
    queued += piece.length;
    full = full || queued >= FULL;
    boolean more = !full;
    pumpIfWritable();
    return more;
  }

  synchronized void end() throws IOException {
    ended = true;
    pumpIfWritable();
  }

  /** Stops without the end of the body. */
  synchronized void abort() {
    if (!over) {
      over = true;
      complete.run();
    }
  }

  @Override
  public synchronized void onWritePossible() throws IOException {
    writable = true;
    pumpIfWritable();
  }

  private void pumpIfWritable() throws IOException {
    while (writable && !over && out.isReady()) {
      byte[] piece = pieces.poll();
      if (piece != null) {
        out.write(piece);
        flushed = false;
        queued -= piece.length;
        tellWhenDrained();
      } else if (ended) {
        over = true;
        complete.run();
      } else if (!flushed) {
        out.flush();
        flushed = true;
      } else {
        return;
      }
    }
    // The container calls again when it can take more.
    writable = false;
  }

  private void tellWhenDrained() {
    if (full && queued <= DRAINED) {
      full = false;
      exchange.drained();
    }
  }

  @Override
  public synchronized void onError(Throwable failure) {
    if (!over) {
      over = true;
      pieces.clear();
      exchange.clientGone();
      complete.run();
    }
  }
}
