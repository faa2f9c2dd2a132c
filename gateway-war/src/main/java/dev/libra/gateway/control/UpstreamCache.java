package dev.libra.gateway.control;

import dev.libra.fleet.UpstreamList;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Keeps the last upstream list on disk, so that a gateway started anew can serve at once. */
public final class UpstreamCache {
  private static final Logger LOG = System.getLogger(UpstreamCache.class.getName());

  private final Path file;

  public UpstreamCache(Path file) {
    this.file = file;
  }

  /** Replaces the file as a whole; a failure is logged, since serving goes on without it. */
  void write(String json) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(part, json);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The upstream list can't be kept in " + file, e);
    }
  }

  /** The list kept last; empty if there is none or it can't be read. */
  Optional<UpstreamList> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(UpstreamListJson.read(Files.readString(file)));
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, "The upstream list kept in " + file + " is ignored: " + e);
      return Optional.empty();
    }
  }
}
