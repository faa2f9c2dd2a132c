package dev.libra.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds the process of a record and ends it; a process that is not the record's is never touched.
 */
public final class Processes {
  /** Start instants are derived from the boot time, which moves a little with the clock. */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

  private static final long POLL_MS = 50;

  /** How a process ended. */
  public enum Ending {
    /** It was not running any more. */
    GONE,
    /** It ended by itself when asked. */
    TERMINATED,
    /** It had to be killed after the deadline. */
    KILLED
  }

  private Processes() {}

  /** The record's process, if it lives and is the one that was started then. */
  public static Optional<ProcessHandle> find(ProcessRecord record) {
    return ProcessHandle.of(record.pid())
        .filter(Processes::lives)
        .filter(handle -> startedAt(handle, record.startedAt()));
  }

  public static boolean isAlive(ProcessRecord record) {
    return find(record).isPresent();
  }

  /**
   * Asks the process to end (SIGTERM), waits, and kills it (SIGKILL) once the deadline has passed.
   * It waits for the end in the calling thread.
   */
  public static Ending stop(ProcessRecord record, Duration deadline) throws InterruptedException {
    Optional<ProcessHandle> found = find(record);
    if (found.isEmpty()) {
      return Ending.GONE;
    }
    ProcessHandle handle = found.get();
    handle.destroy();
    if (awaitEnd(handle, deadline)) {
      return Ending.TERMINATED;
    }
    handle.destroyForcibly();
    awaitEnd(handle, Duration.ofSeconds(10));
    return Ending.KILLED;
  }

  /** Asks the process to end (SIGTERM) and returns at once. */
  public static void terminate(ProcessRecord record) {
    find(record).ifPresent(ProcessHandle::destroy);
  }

  /** Kills the process (SIGKILL) and returns at once. */
  public static void kill(ProcessRecord record) {
    find(record).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** The arguments of a process; empty if they cannot be read. */
  static List<String> arguments(ProcessHandle handle) {
    Path file = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
    try {
      // The whole line: ProcessHandle gives up on lines longer than a page.
      String line = Files.readString(file, StandardCharsets.UTF_8);
      return List.of(line.split("\0"));
    } catch (IOException | RuntimeException e) {
      return handle.info().arguments().map(List::of).orElse(List.of());
    }
  }

  static boolean lives(ProcessHandle handle) {
    return handle.isAlive() && !isZombie(handle.pid());
  }

  private static boolean startedAt(ProcessHandle handle, Instant wanted) {
    return handle
        .info()
        .startInstant()
        .map(start -> Duration.between(start, wanted).abs().compareTo(START_TOLERANCE) <= 0)
        .orElse(false);
  }

  private static boolean awaitEnd(ProcessHandle handle, Duration deadline)
      throws InterruptedException {
    long end = System.nanoTime() + deadline.toNanos();
    while (lives(handle)) {
      if (System.nanoTime() - end >= 0) {
        return false;
      }
      awaitExit(handle);
    }
    return true;
  }

  private static void awaitExit(ProcessHandle handle) throws InterruptedException {
    try {
      handle.onExit().get(POLL_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // Still there, or a zombie whose parent doesn't collect it: the caller looks again.
      Thread.onSpinWait();
    }
  }

  /** A process that ended but was not collected by its parent still has a pid. */
  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
