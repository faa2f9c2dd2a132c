package dev.libra.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRegistryTest {
  @TempDir Path directory;
  private LibraHome home;
  private ProcessRegistry registry;

  @BeforeEach
  void open() {
    home = new LibraHome(directory);
    registry = new ProcessRegistry(home);
  }

  @Test
  void readsWhatWasWritten() {
    ProcessRecord record = self("search-1").withDraining();
    registry.write(record);
    assertThat(registry.read("search-1")).contains(record);
    assertThat(registry.files()).hasSize(1);
  }

  @Test
  void writesTheFieldsOfTheContract() throws IOException {
    registry.write(self("search-1"));
    assertThat(home.run().resolve("search-1.json"))
        .content()
        .contains("\"name\":\"search-1\"", "\"startedAt\":\"20", "\"port\":9201")
        .doesNotContain("draining");
  }

  @Test
  void forgetsWhatWasRemoved() {
    registry.write(self("search-1"));
    registry.remove("search-1");
    registry.remove("search-1");
    assertThat(registry.read("search-1")).isEmpty();
    assertThat(registry.all()).isEmpty();
  }

  @Test
  void listsOnlyTheLivingAsLive() {
    ProcessRecord self = self("search-1");
    registry.write(self);
    registry.write(startedAnHourBefore(self));
    assertThat(registry.all()).hasSize(2);
    assertThat(registry.live()).containsExactly(self);
  }

  @Test
  void namesTheCorruptFile() throws IOException {
    registry.write(self("search-1"));
    Path file = home.run().resolve("search-1.json");
    Files.writeString(file, "{\"name\":\"search-1\",\"pid\":");
    assertThatThrownBy(registry::all)
        .isInstanceOf(CorruptRecordException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void refusesARecordUnderAnotherName() throws IOException {
    registry.write(self("search-1"));
    Files.move(home.run().resolve("search-1.json"), home.run().resolve("search-2.json"));
    assertThatThrownBy(() -> registry.read("search-2"))
        .isInstanceOf(CorruptRecordException.class)
        .hasMessageContaining("search-2.json");
  }

  @Test
  void refusesNamesThatLeaveTheDirectory() {
    assertThatThrownBy(() -> registry.read("../secrets/key"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ProcessRecord self(String name) {
    ProcessHandle handle = ProcessHandle.current();
    Instant start = handle.info().startInstant().orElseThrow();
    return new ProcessRecord(name, "replica", "search", handle.pid(), start, 9201, false);
  }

  private static ProcessRecord startedAnHourBefore(ProcessRecord record) {
    return new ProcessRecord(
        "search-2",
        record.role(),
        record.service(),
        record.pid(),
        record.startedAt().minusSeconds(3600),
        9202,
        false);
  }
}
