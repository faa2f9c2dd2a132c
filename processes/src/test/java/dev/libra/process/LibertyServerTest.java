package dev.libra.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibertyServerTest {
  @TempDir Path directory;
  private LibraHome home;
  private LibertyServer server;

  @BeforeEach
  void template() throws IOException {
    home = new LibraHome(directory.resolve("home"));
    Path template = directory.resolve("template");
    Files.createDirectories(template.resolve("configDropins/overrides"));
    Files.writeString(template.resolve("server.xml"), "<server/>");
    Files.writeString(template.resolve("configDropins/overrides/more.xml"), "<server/>");
    Files.writeString(template.resolve("jvm.options"), "# comment\n\n-XX:+UseSerialGC\n");
    server =
        new LibertyServer(
            "search-1",
            "replica",
            "search",
            9201,
            template,
            Map.of("http.port", "9201"),
            Map.of("metrics.password", "s3cret"),
            List.of("-Xmx200m"),
            Map.of("LIBRA_REPLICA_ID", "search-1"));
  }

  @Test
  void buildsTheServerDirectory() {
    server.prepare(home);
    Path built = home.serverDirectory("search-1");
    assertThat(built.resolve("server.xml")).exists();
    assertThat(built.resolve("configDropins/overrides/more.xml")).exists();
    assertThat(built.resolve("bootstrap.properties")).hasContent("http.port=9201");
  }

  @Test
  void keepsSecretsToTheOwner() throws IOException {
    server.prepare(home);
    Path secret = home.serverDirectory("search-1").resolve("variables/metrics.password");
    assertThat(secret).hasContent("s3cret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
  }

  @Test
  void startsTheServerWithoutItsScript() {
    Launch launch = server.prepare(home);
    assertThat(launch.arguments())
        .containsSubsequence("-XX:+UseSerialGC", "-Xmx200m", "-jar", "search-1")
        .doesNotContain("# comment")
        .noneMatch(a -> a.contains("s3cret"));
    assertThat(launch.environment())
        .containsEntry("WLP_USER_DIR", home.libertyUser().toString())
        .containsEntry("LIBRA_REPLICA_ID", "search-1");
  }

  @Test
  void deletesTheServerDirectory() {
    server.prepare(home);
    ServerDirectory built = new ServerDirectory(home.serverDirectory("search-1"));
    built.delete();
    built.delete();
    assertThat(built.path()).doesNotExist();
  }
}
