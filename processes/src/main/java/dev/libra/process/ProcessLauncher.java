package dev.libra.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts processes that outlive their starter: each in a session of its own, so that neither Ctrl-C
 * nor a closing terminal nor the starter's end reaches it. Its output goes to {@code
 * logs/<name>.log}.
 */
public final class ProcessLauncher {
  private final LibraHome home;
  private final ProcessRegistry registry;

  public ProcessLauncher(LibraHome home, ProcessRegistry registry) {
    this.home = home;
    this.registry = registry;
  }

  /** Starts the process and writes its record. */
  public ProcessRecord start(Launch launch) {
    try {
      Files.createDirectories(launch.directory());
      Process process = builder(launch).start();
      ProcessRecord record = record(launch, process);
      registry.write(record);
      return record;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + launch.name() + ": " + e.getMessage(), e);
    }
  }

  private ProcessBuilder builder(Launch launch) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(launch));
    builder.directory(launch.directory().toFile());
    builder.environment().putAll(launch.environment());
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.redirectInput(new File("/dev/null"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(freshLog(launch.name()).toFile());
    return builder;
  }

  private List<String> command(Launch launch) {
    List<String> command = new ArrayList<>();
    // A child is no leader of a process group, so setsid replaces itself and keeps the pid.
    onPath("setsid").ifPresent(setsid -> command.add(setsid.toString()));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(MarkedProcess.marks(home, launch));
    // Logs are UTF-8 whatever the locale is, or every "→" becomes three question marks.
    command.addAll(
        List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(launch.arguments());
    return command;
  }

  /** The log of the start before is kept as {@code .log.1}. */
  private Path freshLog(String name) throws IOException {
    Path log = home.log(name);
    Files.createDirectories(log.getParent());
    if (Files.exists(log)) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    return log;
  }

  private static ProcessRecord record(Launch launch, Process process) throws IOException {
    return new ProcessRecord(
        launch.name(),
        launch.role(),
        launch.service(),
        process.pid(),
        process
            .info()
            .startInstant()
            .orElseThrow(() -> new IOException("it ended at once, see its log")),
        launch.port(),
        false);
  }

  private static Optional<Path> onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    return List.of(path.split(File.pathSeparator)).stream()
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
