package dev.libra.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCacheTest {
  @TempDir private Path root;

  @Test
  void unpacksOnceForAllReplicasThatStartTogether() throws Exception {
    byte[] zip = zip("segments_1", "content");
    ExecutorService replicas = Executors.newFixedThreadPool(8);
    try {
      Callable<Path> replica =
          () -> new IndexCache(root).folder(() -> new ByteArrayInputStream(zip));
      List<Future<Path>> folders =
          replicas.invokeAll(Stream.generate(() -> replica).limit(16).toList());
      for (Future<Path> folder : folders) {
        assertThat(folder.get().resolve("segments_1")).hasContent("content");
      }
    } finally {
      replicas.shutdownNow();
    }

    assertThat(files()).hasSize(1);
  }

  @Test
  void keepsVersionsApart() throws Exception {
    Path one = folder(zip("segments_1", "one"));
    Path two = folder(zip("segments_1", "two"));

    assertThat(one).isNotEqualTo(two);
    assertThat(one.resolve("segments_1")).hasContent("one");
  }

  @Test
  void refusesAZipThatReachesOutside() throws Exception {
    byte[] zip = zip("../outside", "content");

    assertThatThrownBy(() -> folder(zip))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("../outside");
    assertThat(files()).isEmpty();
  }

  private Path folder(byte[] zip) throws IOException {
    return new IndexCache(root).folder(() -> new ByteArrayInputStream(zip));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files.collect(Collectors.toList());
    }
  }

  private static byte[] zip(String name, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes());
    }
    return bytes.toByteArray();
  }
}
