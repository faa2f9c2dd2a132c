package dev.libra.search.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Unpacks the index once for all replicas of a machine. The folder is named after the zip's
 * checksum and appears whole, so that replicas may start at once and versions live side by side.
 */
final class IndexCache {
  private final Path root;

  IndexCache(Path root) {
    this.root = root;
  }

  /** The folder with the unpacked index. */
  Path folder(Resource zip) throws IOException {
    Path folder = root.resolve("search-index-" + checksum(zip));
    if (Files.notExists(folder)) {
      Files.createDirectories(root);
      Path fresh = Files.createTempDirectory(root, "search-index-new-");
      try {
        unpack(zip, fresh);
        publish(fresh, folder);
      } finally {
        deleteTree(fresh);
      }
    }
    return folder;
  }

  /** Opens the same bytes each time. */
  interface Resource {
    InputStream open() throws IOException;
  }

  private static String checksum(Resource zip) throws IOException {
    CRC32 crc = new CRC32();
    try (InputStream in = new CheckedInputStream(zip.open(), crc)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  private static void unpack(Resource zip, Path folder) throws IOException {
    try (ZipInputStream in = new ZipInputStream(zip.open())) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!folder.equals(file.getParent())) {
          throw new IOException("unexpected entry in the packed index: " + entry.getName());
        }
        Files.copy(in, file);
      }
    }
  }

  private static void publish(Path fresh, Path folder) throws IOException {
    try {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      // Another replica was quicker: what it has put there is the same.
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> tree = Files.walk(folder)) {
      files = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
