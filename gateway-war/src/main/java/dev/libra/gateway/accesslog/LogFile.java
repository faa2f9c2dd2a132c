package dev.libra.gateway.accesslog;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is moved aside when it is long; for one thread. */
final class LogFile {
  private static final Logger LOG = System.getLogger(LogFile.class.getName());

  private final AccessLogRules rules;
  private OutputStream out;
  private long length;

  LogFile(AccessLogRules rules) {
    this.rules = rules;
  }

  void write(byte[] line) throws IOException {
    if (out != null && length + line.length > rules.mostBytes()) {
      close();
      Path aside = rules.file().resolveSibling(rules.file().getFileName() + ".1");
      Files.move(rules.file(), aside, StandardCopyOption.REPLACE_EXISTING);
    }
    if (out == null) {
      open();
    }
    try {
      out.write(line);
      length += line.length;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private void open() throws IOException {
    Files.createDirectories(rules.file().toAbsolutePath().getParent());
    out =
        new BufferedOutputStream(
            Files.newOutputStream(
                rules.file(), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            1 << 16);
    length = Files.size(rules.file());
  }

  void flush() throws IOException {
    if (out != null) {
      out.flush();
    }
  }

  void close() {
    if (out != null) {
      try {
        out.close();
      } catch (IOException e) {
        LOG.log(Level.WARNING, "The end of " + rules.file() + " is lost", e);
      }
      out = null;
    }
  }
}
