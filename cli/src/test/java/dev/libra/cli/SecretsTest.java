package dev.libra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path dir;
  private Secrets secrets;

  @BeforeEach
  void create() {
    secrets = new Secrets(dir.resolve("secrets"), new SecureRandom());
  }

  @Test
  void areLongDifferentAndForTheOwnerOnly() throws IOException {
    secrets.ensure();
    assertThat(secrets.read(Secrets.CLUSTER_TOKEN)).hasSize(43);
    assertThat(secrets.read(Secrets.ADMIN_PASSWORD))
        .hasSize(20)
        .isNotEqualTo(secrets.read(Secrets.METRICS_PASSWORD));
    Path file = secrets.file(Secrets.CLUSTER_TOKEN);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void stayTheSame() {
    secrets.ensure();
    String first = secrets.read(Secrets.ADMIN_PASSWORD);
    secrets.ensure();
    assertThat(secrets.read(Secrets.ADMIN_PASSWORD)).isEqualTo(first);
  }

  @Test
  void areRefusedWhenOthersCanReadThem() throws IOException {
    secrets.ensure();
    Path file = secrets.file(Secrets.CLUSTER_TOKEN);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(secrets::ensure)
        .isInstanceOf(CliException.class)
        .hasMessage(file + " can be read by others: chmod 600 it, or delete it");
  }

  @Test
  void areRefusedWhenEmpty() throws IOException {
    secrets.ensure();
    Files.writeString(secrets.file(Secrets.CLUSTER_TOKEN), "");
    assertThatThrownBy(secrets::ensure).hasMessageContaining("is empty");
  }

  @Test
  void areAskedForBeforeTheFirstStart() {
    assertThatThrownBy(() -> secrets.read(Secrets.CLUSTER_TOKEN))
        .hasMessageContaining("run './libra up' first");
  }
}
