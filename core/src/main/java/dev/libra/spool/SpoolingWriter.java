package dev.libra.spool;

import dev.libra.fleet.Check;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes items to a store in a thread of its own, in order; while the store is away they wait in a
 * {@link Spool}.
 *
 * <p>An item may reach the store twice (after a crash), never not at all unless the spool is full;
 * so the store's write must be repeatable.
 */
public final class SpoolingWriter<T> implements AutoCloseable {
  private static final Logger LOG = System.getLogger(SpoolingWriter.class.getName());

  private final String name;
  private final Sink<T> sink;
  private final SpoolCodec<T> codec;
  private final Spool spool;
  private final Duration retry;
  private final BlockingQueue<T> queue;
  private final AtomicLong dropped = new AtomicLong();
  private final Thread thread;
  private volatile boolean closing;
  private volatile boolean storeAway;
  private long retryAt;

  /** The store's write; throws when the store is away. */
  @FunctionalInterface
  public interface Sink<T> {
    void write(T item) throws Exception;
  }

  /**
   * @param name says in logs what is written
   * @param capacity items that may wait in memory
   * @param retry time between two tries to reach a store that is away
   */
  public SpoolingWriter(
      String name, Sink<T> sink, SpoolCodec<T> codec, Spool spool, int capacity, Duration retry) {
    this.name = Check.text("name", name);
    this.sink = sink;
    this.codec = codec;
    this.spool = spool;
    this.retry = retry;
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.thread = new Thread(this::run, "libra-" + name + "-writer");
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes an item and returns at once. */
  public void write(T item) {
    if (!queue.offer(item)) {
      drop("its queue is full");
    }
  }

  /** Whether the last write failed. */
  public boolean isStoreAway() {
    return storeAway;
  }

  /** Items lost because queue or spool was full. */
  public long dropped() {
    return dropped.get();
  }

  /** Writes or spools what is left, then ends; waits at most 10 s. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closing || !queue.isEmpty()) {
      try {
        T item = queue.poll(100, TimeUnit.MILLISECONDS);
        drainIfDue();
        if (item != null) {
          store(item);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "The writer of " + name + " goes on after", e);
      }
    }
  }

  private void store(T item) {
    if (!spool.isEmpty() || isWaiting()) {
      spool(item);
      return;
    }
    try {
      sink.write(item);
      back();
    } catch (Exception e) {
      away(e);
      spool(item);
    }
  }

  private void spool(T item) {
    if (!spool.append(codec.encode(item))) {
      drop("its spool is full");
    }
  }

  private void drainIfDue() {
    if (spool.isEmpty() || isWaiting()) {
      return;
    }
    try {
      spool.drain(this::replay);
      back();
    } catch (Exception e) {
      away(e);
    }
  }

  private void replay(String line) throws Exception {
    T item;
    try {
      item = codec.decode(line);
    } catch (RuntimeException e) {
      // A crash may have torn the last line; the rest must not wait for it for ever.
      LOG.log(Level.WARNING, "An unreadable line in the spool of " + name + " is skipped", e);
      return;
    }
    sink.write(item);
  }

  private boolean isWaiting() {
    return storeAway && System.nanoTime() - retryAt < 0;
  }

  private void away(Exception e) {
    if (!storeAway) {
      LOG.log(Level.WARNING, "The store of " + name + " is away, spooling: " + e.getMessage());
    }
    storeAway = true;
    retryAt = System.nanoTime() + retry.toNanos();
  }

  private void back() {
    if (storeAway) {
      LOG.log(Level.INFO, "The store of " + name + " is back");
    }
    storeAway = false;
  }

  private void drop(String why) {
    if (dropped.getAndIncrement() % 1000 == 0) {
      LOG.log(Level.ERROR, name + " loses items: " + why + " (" + dropped.get() + " so far)");
    }
  }
}
