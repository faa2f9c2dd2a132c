package dev.libra.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcessLauncherTest {
  @TempDir Path directory;
  private LibraHome home;
  private ProcessRegistry registry;
  private ProcessLauncher launcher;

  /** The child: prints its arguments and a variable, then waits to be ended. */
  static final class Child {
    public static void main(String[] arguments) throws InterruptedException {
      System.out.println("hello " + arguments[0] + " " + System.getenv("LIBRA_TEST_WORD"));
      Thread.currentThread().join();
    }
  }

  @BeforeEach
  void open() {
    home = new LibraHome(directory);
    registry = new ProcessRegistry(home);
    launcher = new ProcessLauncher(home, registry);
  }

  @AfterEach
  void endAll() throws InterruptedException {
    for (MarkedProcess left : MarkedProcess.of(home)) {
      Processes.stop(left.record(), Duration.ofSeconds(5));
    }
  }

  @Test
  void startsAndRecordsAProcess() {
    ProcessRecord record = launcher.start(child("store"));
    assertThat(registry.live()).containsExactly(record);
    await().untilAsserted(() -> assertThat(log("store")).contains("hello world there"));
  }

  @Test
  void keepsTheLogOfTheStartBefore() throws Exception {
    ProcessRecord first = launcher.start(child("store"));
    await().untilAsserted(() -> assertThat(log("store")).contains("hello"));
    Processes.stop(first, Duration.ofSeconds(5));
    launcher.start(child("store"));
    assertThat(home.logs().resolve("store.log.1")).content().contains("hello");
  }

  @Test
  void findsAProcessWithoutItsRecord() {
    ProcessRecord record = launcher.start(child("search-1"));
    registry.remove("search-1");
    await()
        .untilAsserted(
            () -> assertThat(MarkedProcess.of(home)).containsExactly(new MarkedProcess(record)));
    assertThat(MarkedProcess.of(new LibraHome(directory.resolve("other")))).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void givesTheProcessASessionOfItsOwn() {
    ProcessRecord record = launcher.start(child("store"));
    await().untilAsserted(() -> assertThat(session(record.pid())).isEqualTo(record.pid()));
  }

  private Launch child(String name) {
    return new JavaProcess(
            name,
            "store",
            null,
            27117,
            List.of(Path.of(System.getProperty("java.class.path").split(":")[0]), testClasses()),
            Child.class.getName(),
            List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"),
            List.of("world"),
            Map.of("LIBRA_TEST_WORD", "there"))
        .launch(home);
  }

  private static Path testClasses() {
    return Path.of(Child.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private String log(String name) throws IOException {
    return Files.readString(home.log(name));
  }

  private static long session(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3]);
  }
}
