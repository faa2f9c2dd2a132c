package dev.libra.bench.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a Java process holds, from Linux' {@code /proc} and {@code jcmd}.
 *
 * @param heapMb used heap after a full collection
 */
record ProcessFigures(int files, int threads, double heapMb) {

  static ProcessFigures of(Process process) throws IOException, InterruptedException {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    return new ProcessFigures(
        count(proc.resolve("fd")), count(proc.resolve("task")), heap(process));
  }

  private static int count(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return (int) entries.count();
    }
  }

  private static double heap(Process process) throws IOException, InterruptedException {
    jcmd(process, "GC.run");
    // For example: DefNew total 39296K, used 1234K [… and, without a total, Metaspace used 5678K
    double kilobytes = 0;
    for (String line : jcmd(process, "GC.heap_info").lines().toList()) {
      int used = line.indexOf(" used ");
      if (used > 0 && line.contains(" total ")) {
        kilobytes += Double.parseDouble(line.substring(used + 6).replaceAll("K.*", ""));
      }
    }
    return kilobytes / 1024;
  }

  private static String jcmd(Process process, String command)
      throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process child =
        new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), command)
            .redirectErrorStream(true)
            .start();
    String text = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    child.waitFor();
    return text;
  }
}
