package dev.libra.gateway.accesslog;

import dev.libra.gateway.proxy.AccessLog;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Writes lines from a thread of its own.
 *
 * <p>A bounded queue lies between: when the disk can't keep up, lines are dropped and counted, and
 * no request waits.
 */
public final class FileAccessLog implements AccessLog, AutoCloseable {
  private static final Logger LOG = System.getLogger(FileAccessLog.class.getName());
  private static final long LOOK_AGAIN_MS = 200;
  private static final long END_LIMIT_MS = 2_000;

  private final BlockingQueue<AccessLine> queue;
  private final LogFile file;
  private final Clock clock;
  private final LongAdder dropped = new LongAdder();
  private final Thread writer = new Thread(this::write, "libra-access-log");
  private volatile boolean ended;
  private boolean failing;

  /**
   * @param capacity lines that wait at most
   */
  public FileAccessLog(AccessLogRules rules, int capacity, Clock clock) {
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.file = new LogFile(rules);
    this.clock = clock;
    writer.setDaemon(true);
  }

  /** Begins to write; call once. */
  public void start() {
    writer.start();
  }

  @Override
  public void add(Entry entry) {
    if (!queue.offer(new AccessLine(entry, clock.millis()))) {
      dropped.increment();
    }
  }

  /** Lines that were not written, since the start. */
  public long dropped() {
    return dropped.sum();
  }

  private void write() {
    try {
      while (!ended || !queue.isEmpty()) {
        AccessLine line = queue.poll();
        if (line == null) {
          flush();
          line = queue.poll(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
        }
        if (line != null) {
          write(line);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      file.close();
    }
  }

  private void write(AccessLine line) {
    try {
      file.write(line.bytes());
      failing = false;
    } catch (IOException e) {
      failed(e);
      dropped.increment();
    }
  }

  private void flush() {
    try {
      file.flush();
    } catch (IOException e) {
      failed(e);
    }
  }

  /** Says so once, not for every line. */
  private void failed(IOException cause) {
    if (!failing) {
      failing = true;
      LOG.log(Level.WARNING, "Lines of the access log are lost: " + cause);
    }
  }

  /** Writes what waits, for two seconds at most. */
  @Override
  public void close() {
    ended = true;
    try {
      writer.join(END_LIMIT_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
