package dev.libra.actuation.process;

import dev.libra.process.LibraHome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the end of a replica's log. */
final class ReplicaLogs {
  private static final int BYTES = 8192;
  private static final int LINES = 15;

  private final LibraHome home;

  ReplicaLogs(LibraHome home) {
    this.home = home;
  }

  String tail(String replica) {
    try (RandomAccessFile file = new RandomAccessFile(home.log(replica).toFile(), "r")) {
      file.seek(Math.max(0, file.length() - BYTES));
      byte[] bytes = new byte[(int) Math.min(BYTES, file.length())];
      file.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }
}
