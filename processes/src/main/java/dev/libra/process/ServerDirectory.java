package dev.libra.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A Liberty server's directory; writing it again keeps what the server itself has put there. */
public record ServerDirectory(Path path) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  void write(LibertyServer server) {
    try {
      FileTrees.copy(server.template(), path);
      Files.writeString(path.resolve("bootstrap.properties"), lines(server.bootstrap()));
      for (Map.Entry<String, String> secret : server.secrets().entrySet()) {
        writeSecret(secret.getKey(), secret.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write server directory " + path, e);
    }
  }

  /** Deletes the directory; nothing happens if there is none. */
  public void delete() {
    try {
      FileTrees.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete server directory " + path, e);
    }
  }

  /** One file per variable, named after it, readable by the owner from its first byte on. */
  private void writeSecret(String name, String value) throws IOException {
    Path file = path.resolve("variables").resolve(name);
    Files.createDirectories(file.getParent());
    if (Files.notExists(file)) {
      Files.createFile(file);
    }
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, OWNER_ONLY);
    }
    Files.writeString(file, value);
  }

  private static String lines(Map<String, String> properties) {
    return new TreeMap<>(properties)
        .entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue().replace("\\", "\\\\") + "\n")
            .collect(Collectors.joining());
  }
}
