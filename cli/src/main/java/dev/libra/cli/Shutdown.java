package dev.libra.cli;

import dev.libra.process.CorruptRecordException;
import dev.libra.process.LibraHome;
import dev.libra.process.MarkedProcess;
import dev.libra.process.ProcessRecord;
import dev.libra.process.ProcessRegistry;
import dev.libra.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Ends every process of an installation, recorded or not.
 *
 * <p>Traffic goes first, so that nothing fails; then control, so that no replica is replaced; the
 * store last, so that all can write to the end.
 */
final class Shutdown {
  private static final List<List<String>> ORDER =
      List.of(
          List.of("traffic"), List.of("control"), List.of("replica", "gateway"), List.of("store"));
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final int SWEEPS = 5;

  private final LibraHome home;
  private final ProcessRegistry registry;
  private final Consumer<String> tell;

  Shutdown(LibraHome home, Consumer<String> tell) {
    this.home = home;
    this.registry = new ProcessRegistry(home);
    this.tell = tell;
  }

  /**
   * Ends all processes.
   *
   * @return how many there were
   * @throws CliException if one can't be ended
   */
  int run() {
    int ended = 0;
    for (List<String> roles : ORDER) {
      ended += end(running().stream().filter(r -> roles.contains(r.role())).toList());
    }
    // A control that was ending may just have started one more.
    for (int sweep = 0; sweep < SWEEPS && !running().isEmpty(); sweep++) {
      ended += end(running());
    }
    if (!running().isEmpty()) {
      throw new CliException("can't end " + running() + ": try 'kill -9' as their owner");
    }
    removeRecords();
    return ended;
  }

  /** Ends these processes and waits for it. */
  int end(List<ProcessRecord> processes) {
    processes.forEach(Processes::terminate);
    for (ProcessRecord process : processes) {
      try {
        Processes.Ending ending = Processes.stop(process, DEADLINE);
        tell.accept(process.name() + (ending == Processes.Ending.KILLED ? " killed" : " ended"));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CliException("interrupted");
      }
    }
    return processes.size();
  }

  /** By pid: what is recorded and lives, and what carries our mark. */
  private List<ProcessRecord> running() {
    Map<Long, ProcessRecord> running = new TreeMap<>();
    MarkedProcess.of(home).forEach(p -> running.put(p.record().pid(), p.record()));
    try {
      registry.live().forEach(r -> running.putIfAbsent(r.pid(), r));
    } catch (CorruptRecordException e) {
      // The mark on the command line finds the process all the same.
      tell.accept(e.getMessage());
    }
    return List.copyOf(running.values());
  }

  private void removeRecords() {
    try {
      for (Path file : registry.files()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't clean " + home.run(), e);
    }
  }
}
