package dev.libra.exporter;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The container's scheduled executor where it has one, else one daemon thread of our own. */
record Scheduler(ScheduledExecutorService executor, boolean own) implements AutoCloseable {
  private static final String MANAGED = "java:comp/DefaultManagedScheduledExecutorService";

  static Scheduler find() {
    try {
      // By its JDK type: the service need not have Jakarta Concurrency at all.
      Object managed = new InitialContext().lookup(MANAGED);
      return new Scheduler((ScheduledExecutorService) managed, false);
    } catch (NamingException e) {
      return ownThread();
    }
  }

  static Scheduler ownThread() {
    return new Scheduler(Executors.newSingleThreadScheduledExecutor(Scheduler::daemon), true);
  }

  @Override
  public void close() {
    if (own) {
      executor.shutdown();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "libra-exporter");
    thread.setDaemon(true);
    return thread;
  }
}
