package dev.libra.traffic.chaos;

import dev.libra.process.LibraHome;
import dev.libra.process.ProcessRecord;
import dev.libra.process.ProcessRegistry;
import dev.libra.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Disturbs processes of one installation: only those that its records name, and only while they are
 * the ones the records mean.
 */
public final class Installation {
  private final LibraHome home;
  private final RandomGenerator random;
  private final Clock clock;

  /** Something done that can be undone. */
  record Done(String target, String sentence, Runnable undo) {}

  /**
   * @param random draws the replica when a service is the target
   */
  public Installation(Path home, RandomGenerator random, Clock clock) {
    this.home = new LibraHome(home);
    this.random = random;
    this.clock = clock;
  }

  /**
   * @throws IllegalStateException if there is no such process, or it can't be disturbed so
   */
  Done apply(ChaosAction action) {
    ProcessRecord process = find(action.target());
    return switch (action.kind()) {
      case KILL -> kill(process);
      case PAUSE, CUT -> pause(process);
      case SLOW -> orders(process, action, "slow-ms=%.0f");
      case FAIL -> orders(process, action, "fail-share=%.4f");
      case DELAY_HEARTBEATS -> orders(process, action, "heartbeat-delay-ms=%.0f");
    };
  }

  private ProcessRecord find(String target) {
    List<ProcessRecord> live =
        new ProcessRegistry(home)
            .live().stream()
                .filter(p -> p.role().equals("replica") || p.role().equals("store"))
                .filter(p -> p.name().equals(target) || target.equals(p.service()))
                .filter(p -> !p.draining())
                .toList();
    if (live.isEmpty()) {
      throw new IllegalStateException(
          "no process " + target + " of " + home.root() + " is running");
    }
    return live.get(random.nextInt(live.size()));
  }

  private static Done kill(ProcessRecord process) {
    Processes.kill(process);
    return new Done(process.name(), "killed", () -> {});
  }

  private static Done pause(ProcessRecord process) {
    signal(process, "STOP");
    return new Done(process.name(), "stopped, then continued", () -> signal(process, "CONT"));
  }

  /** What a process can only do itself it reads from its file; the file says when it is over. */
  private Done orders(ProcessRecord process, ChaosAction action, String order) {
    Path file = home.root().resolve("chaos").resolve(process.name() + ".properties");
    long until = clock.millis() + Math.round(action.forS() * 1000);
    String text = String.format(Locale.ROOT, order, action.value());
    try {
      Files.createDirectories(file.getParent());
      Path half = Files.createTempFile(file.getParent(), process.name(), ".half");
      Files.writeString(half, text + "\nuntil=" + until + "\n");
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new Done(process.name(), text, () -> delete(file));
    } catch (IOException e) {
      throw new IllegalStateException("can't write " + file, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new IllegalStateException("can't delete " + file, e);
    }
  }

  private static void signal(ProcessRecord process, String signal) {
    if (Processes.find(process).isEmpty()) {
      return;
    }
    try {
      int exit =
          new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
              .inheritIO()
              .start()
              .waitFor();
      if (exit != 0) {
        throw new IllegalStateException("kill -" + signal + " of " + process.name() + " failed");
      }
    } catch (IOException e) {
      throw new IllegalStateException("there is no program kill", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
