package dev.libra.auth.key;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** Makes files that only their owner may read. */
final class SecretFile {
  private SecretFile() {}

  /**
   * Makes the file with all of its content or, if another process was quicker, leaves that one's.
   */
  static void createIfAbsent(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      Files.createFile(draft, ownerOnly(file));
      Files.writeString(draft, content);
      // A link, unlike a rename, never replaces what is there.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      System.getLogger(SecretFile.class.getName())
          .log(System.Logger.Level.DEBUG, "another process has made {0}", file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
