package dev.libra.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupCacheTest {
  @TempDir Path directory;
  private LibraHome home;
  private Path template;

  @BeforeEach
  void template() throws IOException {
    home = new LibraHome(directory.resolve("home"));
    template = Files.createDirectories(directory.resolve("replica"));
    Files.writeString(template.resolve("server.xml"), "<server/>");
  }

  @Test
  void changesNothingBeforeItIsBuilt() {
    StartupCache cache = new StartupCache(home, template);
    assertThat(cache.isBuilt()).isFalse();
    assertThat(cache.jvmOptions()).isEmpty();
    server().prepare(home, cache);
    assertThat(home.serverDirectory("search-1").resolve("workarea")).doesNotExist();
  }

  @Test
  void leavesNothingBehindWhenTheTrainingRunFails() throws Exception {
    StartupCache cache = new StartupCache(home, template);
    // There is no Liberty here, so the process ends at once.
    assertThat(catchThrowable(() -> cache.build(server(), () -> false)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("search-1.log");
    assertThat(cache.isBuilt()).isFalse();
    assertThat(home.serverDirectory("search-1")).doesNotExist();
    assertThat(new ProcessRegistry(home).all()).isEmpty();
  }

  @Test
  void givesANewServerTheTrainedWorkArea() throws IOException {
    StartupCache cache = new StartupCache(home, template);
    Path built = buildByHand(cache);
    Files.createDirectories(built.resolve("workarea/platform"));
    Files.writeString(built.resolve("workarea/platform/feature.cache"), "resolved");
    server().prepare(home, cache);
    assertThat(home.serverDirectory("search-1").resolve("workarea/platform/feature.cache"))
        .hasContent("resolved");
  }

  @Test
  void isAnotherOneForAnotherTemplate() throws IOException {
    buildByHand(new StartupCache(home, template));
    assertThat(new StartupCache(home, template).isBuilt()).isTrue();
    Files.writeString(template.resolve("server.xml"), "<server description='other'/>");
    assertThat(new StartupCache(home, template).isBuilt()).isFalse();
  }

  private Path buildByHand(StartupCache cache) throws IOException {
    Path built = Files.createDirectories(cache.directory());
    try (Stream<Path> found = Files.list(home.cache())) {
      assertThat(found.toList()).containsExactly(built);
    }
    return built;
  }

  private LibertyServer server() {
    return new LibertyServer(
        "search-1", "replica", "search", 18_799, template, Map.of(), Map.of(), List.of(), Map.of());
  }
}
