package dev.libra.cli.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The shared Open Liberty runtime, unpacked once from the Maven artifact. */
public final class LibertyRuntime {
  private static final String MARK = "libra-unpacked";

  private final Path runtime;
  private final String version;
  private final Path zip;

  public LibertyRuntime(Path wlp) {
    this.runtime = wlp.getParent();
    Properties properties = properties();
    this.version = properties.getProperty("version");
    this.zip = Path.of(properties.getProperty("zip"));
  }

  /** Whether this version is there, whole. */
  public boolean isReady() {
    try {
      Path mark = runtime.resolve(MARK);
      return Files.exists(mark) && Files.readString(mark).equals(version);
    } catch (IOException e) {
      return false;
    }
  }

  /** Unpacks aside and moves it into place, so that a half-unpacked runtime is never used. */
  public void unpack() {
    Path aside = runtime.resolveSibling("runtime-new");
    try {
      delete(aside);
      Files.createDirectories(aside);
      extract(aside);
      Files.writeString(aside.resolve(MARK), version);
      delete(runtime);
      Files.move(aside, runtime, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "can't unpack Open Liberty to " + runtime + ": " + e.getMessage(), e);
    }
  }

  private void extract(Path target) throws IOException {
    try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("unexpected entry " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(entries, path);
        }
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    if (Files.notExists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (InputStream in = LibertyRuntime.class.getResourceAsStream("liberty.properties")) {
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
