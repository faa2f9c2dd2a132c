package dev.libra.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * The installation's secrets: generated once, readable by their owner only, never printed but one.
 */
final class Secrets {
  static final String CLUSTER_TOKEN = "cluster-token";
  static final String ADMIN_PASSWORD = "admin-password";
  static final String METRICS_PASSWORD = "metrics-password";

  private static final List<String> ALL = List.of(CLUSTER_TOKEN, ADMIN_PASSWORD, METRICS_PASSWORD);
  private static final int TOKEN_BYTES = 32;
  private static final int PASSWORD_BYTES = 15;

  private final Path directory;
  private final SecureRandom random;

  Secrets(Path directory, SecureRandom random) {
    this.directory = directory;
    this.random = random;
  }

  /** Generates those that are missing. */
  void ensure() {
    try {
      Files.createDirectories(directory, mode("rwx------"));
      for (String name : ALL) {
        create(name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + directory + ": " + e.getMessage(), e);
    }
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  /**
   * @throws CliException if the secret is missing, empty or readable by others
   */
  String read(String name) {
    Path file = file(name);
    try {
      requireOwnerOnly(file);
      String secret = Files.readString(file).strip();
      if (secret.isEmpty()) {
        throw new CliException(file + " is empty: run './libra down', delete it and start again");
      }
      return secret;
    } catch (IOException e) {
      throw new CliException("can't read " + file + ": run './libra up' first", e);
    }
  }

  private void create(String name) throws IOException {
    byte[] bytes = new byte[name.equals(CLUSTER_TOKEN) ? TOKEN_BYTES : PASSWORD_BYTES];
    random.nextBytes(bytes);
    try {
      Path file = Files.createFile(file(name), mode("rw-------"));
      Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    } catch (FileAlreadyExistsException e) {
      read(name);
    }
  }

  private static void requireOwnerOnly(Path file) throws IOException {
    Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
    if (!PosixFilePermissions.toString(mode).endsWith("------")) {
      throw new CliException(file + " can be read by others: chmod 600 it, or delete it");
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> mode(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }
}
