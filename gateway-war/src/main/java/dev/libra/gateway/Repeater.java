package dev.libra.gateway;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Repeats jobs, each in a thread of its own, until closed; a job that fails is run again. */
final class Repeater implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Repeater.class.getName());
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

  private final List<ScheduledExecutorService> threads = new CopyOnWriteArrayList<>();
  private final List<Beat> beats = new CopyOnWriteArrayList<>();

  /** A job that may wait. */
  interface Job {
    void run() throws InterruptedException;
  }

  private static final class Beat {
    private volatile long last = System.nanoTime();
  }

  void every(Duration period, String name, Job job) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            runnable -> {
              Thread created = new Thread(runnable, name);
              created.setDaemon(true);
              return created;
            });
    Beat beat = new Beat();
    threads.add(thread);
    beats.add(beat);
    thread.scheduleWithFixedDelay(
        () -> run(name, job, beat), 0, period.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static void run(String name, Job job, Beat beat) {
    try {
      job.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, name + " failed and is tried again", e);
    }
    beat.last = System.nanoTime();
  }

  /** Whether every job ended a run lately. */
  boolean isLive() {
    long now = System.nanoTime();
    return beats.stream().allMatch(beat -> now - beat.last < LONGEST_SILENCE.toNanos());
  }

  @Override
  public void close() {
    threads.forEach(ScheduledExecutorService::shutdownNow);
  }
}
