package dev.libra.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.libra.process.Processes.Ending;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessesTest {
  private Process child;

  @AfterEach
  void end() {
    if (child != null) {
      child.destroyForcibly();
    }
  }

  @Test
  void terminatesAProcessThatListens() throws Exception {
    ProcessRecord record = start("sleep", "60");
    assertThat(Processes.isAlive(record)).isTrue();
    assertThat(Processes.stop(record, Duration.ofSeconds(5))).isEqualTo(Ending.TERMINATED);
    assertThat(Processes.isAlive(record)).isFalse();
  }

  @Test
  void killsAProcessThatDoesNotListen() throws Exception {
    ProcessRecord record =
        start("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 0.1; done");
    await().until(() -> child.getInputStream().read() == 'd');
    assertThat(Processes.stop(record, Duration.ofMillis(200))).isEqualTo(Ending.KILLED);
    assertThat(Processes.isAlive(record)).isFalse();
  }

  @Test
  void leavesAReusedPidAlone() throws Exception {
    ProcessRecord record = start("sleep", "60");
    ProcessRecord old =
        new ProcessRecord(
            "search-1",
            "replica",
            "search",
            record.pid(),
            record.startedAt().minusSeconds(60),
            9201,
            false);
    assertThat(Processes.stop(old, Duration.ofSeconds(5))).isEqualTo(Ending.GONE);
    assertThat(child.isAlive()).isTrue();
  }

  @Test
  void takesAZombieForGone() throws Exception {
    // The shell replaces itself by a sleep that never collects its ended child.
    child = new ProcessBuilder("sh", "-c", "sleep 0.05 & exec sleep 60").start();
    await().until(() -> child.descendants().findAny().isPresent());
    ProcessHandle zombie = child.descendants().findAny().orElseThrow();
    Instant start = zombie.info().startInstant().orElseThrow();
    ProcessRecord record =
        new ProcessRecord("search-1", "replica", "search", zombie.pid(), start, 9201, false);
    await().until(() -> !Processes.isAlive(record));
    assertThat(ProcessHandle.of(zombie.pid())).isPresent();
  }

  private ProcessRecord start(String... command) throws IOException {
    child = new ProcessBuilder(command).start();
    Instant start = child.info().startInstant().orElseThrow();
    return new ProcessRecord("search-1", "replica", "search", child.pid(), start, 9201, false);
  }
}
