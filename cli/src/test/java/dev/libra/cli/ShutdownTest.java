package dev.libra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.process.JavaProcess;
import dev.libra.process.LibraHome;
import dev.libra.process.ProcessLauncher;
import dev.libra.process.ProcessRecord;
import dev.libra.process.ProcessRegistry;
import dev.libra.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShutdownTest {
  @TempDir Path dir;
  private LibraHome home;
  private final List<String> told = new ArrayList<>();

  /** Runs until it is ended. */
  public static final class Sleeper {
    public static void main(String[] arguments) throws InterruptedException {
      Thread.currentThread().join();
    }
  }

  @BeforeEach
  void create() {
    home = new LibraHome(dir);
  }

  @AfterEach
  void endAll() {
    new Shutdown(home, line -> {}).run();
  }

  @Test
  void endsTrafficFirstThenControlThenTheRest() {
    start("store", "store");
    start("gateway", "gateway");
    start("search-1", "replica");
    start("control", "control");
    start("traffic", "traffic");
    assertThat(new Shutdown(home, told::add).run()).isEqualTo(5);
    assertThat(told.subList(0, 2)).containsExactly("traffic ended", "control ended");
    assertThat(told.get(4)).isEqualTo("store ended");
    assertThat(new ProcessRegistry(home).files()).isEmpty();
  }

  @Test
  void findsAProcessWhoseRecordIsLostOrCorrupt() throws IOException {
    ProcessRecord lost = start("search-1", "replica");
    ProcessRecord corrupt = start("search-2", "replica");
    Files.delete(home.run().resolve("search-1.json"));
    Files.writeString(home.run().resolve("search-2.json"), "{");
    new Shutdown(home, told::add).run();
    assertThat(Processes.isAlive(lost)).isFalse();
    assertThat(Processes.isAlive(corrupt)).isFalse();
  }

  @Test
  void leavesAForeignProcessWithARecordedPidAlone() {
    ProcessHandle self = ProcessHandle.current();
    new ProcessRegistry(home)
        .write(
            new ProcessRecord(
                "search-1",
                "replica",
                "search",
                self.pid(),
                self.info().startInstant().orElseThrow().minusSeconds(3600),
                9200,
                false));
    assertThat(new Shutdown(home, told::add).run()).isZero();
    assertThat(self.isAlive()).isTrue();
  }

  private ProcessRecord start(String name, String role) {
    List<Path> classPath =
        List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)).stream()
            .map(Path::of)
            .toList();
    JavaProcess process =
        new JavaProcess(
            name,
            role,
            role.equals("replica") ? "search" : null,
            9200,
            classPath,
            Sleeper.class.getName(),
            List.of("-Xmx32m"),
            List.of(),
            Map.of());
    return new ProcessLauncher(home, new ProcessRegistry(home)).start(process.launch(home));
  }
}
