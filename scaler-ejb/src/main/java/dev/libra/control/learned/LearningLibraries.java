package dev.libra.control.learned;

import dev.libra.policy.PolicyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Deeplearning4j and what reads artifacts with it, in a class loader of their own below the
 * application's: nothing searches its jars at start-up, and its old libraries hide nobody's.
 */
final class LearningLibraries implements AutoCloseable {
  private final URLClassLoader loader;

  /**
   * @param folder with the jars, or null if they are on the application's own class path
   */
  LearningLibraries(Path folder) {
    URL[] jars = folder == null ? new URL[0] : jars(folder);
    this.loader = new URLClassLoader("learning", jars, LearningLibraries.class.getClassLoader());
  }

  /** Also makes them the calling thread's own: ND4J looks for its backend there. */
  PolicyReader reader() {
    Thread.currentThread().setContextClassLoader(loader);
    return ServiceLoader.load(PolicyReader.class, loader)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("libra.learning.libraries holds no policy reader"));
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL[] jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .map(LearningLibraries::url)
          .toArray(URL[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException("libra.learning.libraries can't be read: " + folder, e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
