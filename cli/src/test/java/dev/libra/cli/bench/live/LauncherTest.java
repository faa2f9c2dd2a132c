package dev.libra.cli.bench.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir Path root;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private Path log;
  private Launcher launcher;

  @BeforeEach
  void script() throws IOException {
    Path script = root.resolve("libra");
    Files.writeString(
        script,
        """
        #!/bin/sh
        case $1 in
          wait) exec sleep 60 ;;
          fail) echo "all is lost"; exit 7 ;;
          *) echo "$LIBRA_HOME $LIBRA_POLICY_HPA_SYNC_S $*" ;;
        esac
        """);
    assertThat(script.toFile().setExecutable(true)).isTrue();
    log = root.resolve("logs").resolve("libra.log");
    launcher = new Launcher(root, root.resolve("home"), cancelled::get);
  }

  @Test
  void tellsTheCommandItsHomeAndSettings() {
    int code =
        launcher.run(
            Map.of("libra.policy.hpa.sync-s", "5"), log, LIMIT, () -> {}, List.of("up", "now"));
    assertThat(code).isZero();
    assertThat(log).content().isEqualTo(root.resolve("home") + " 5 up now\n");
  }

  @Test
  void keepsPrintedSecretsFromOthers() throws IOException {
    launcher.down(Map.of(), log);
    assertThat(Files.getPosixFilePermissions(log))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void saysWithWhatACommandFailed() {
    assertThatThrownBy(() -> launcher.require(Map.of(), log, LIMIT, List.of("fail")))
        .hasMessageContaining("libra fail ended with 7")
        .hasMessageContaining("all is lost");
  }

  @Test
  void endsWhatRunsWhenItIsCancelled() {
    assertThatThrownBy(
            () -> launcher.run(Map.of(), log, LIMIT, () -> cancelled.set(true), List.of("wait")))
        .isInstanceOf(CancellationException.class);
  }
}
