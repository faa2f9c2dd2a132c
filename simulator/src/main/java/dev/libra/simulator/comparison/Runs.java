package dev.libra.simulator.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Runs several things at once; the answers come in the order of the questions. */
final class Runs implements AutoCloseable {
  private final ExecutorService executor;
  private final BooleanSupplier cancelled;

  Runs(int threads, BooleanSupplier cancelled) {
    this.executor =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "libra-compare");
              thread.setDaemon(true);
              return thread;
            });
    this.cancelled = cancelled;
  }

  /** The answers; those not begun when it was cancelled are left out. */
  <T> List<T> all(List<Callable<T>> tasks) {
    List<Future<T>> futures = new ArrayList<>();
    for (Callable<T> task : tasks) {
      futures.add(executor.submit(() -> cancelled.getAsBoolean() ? null : task.call()));
    }
    List<T> answers = new ArrayList<>();
    for (Future<T> future : futures) {
      T answer = get(future);
      if (answer != null) {
        answers.add(answer);
      }
    }
    return answers;
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while runs were under way", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
