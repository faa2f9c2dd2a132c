package dev.libra.bench.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The processes that a benchmark started: none outlives it, not even after Ctrl-C. */
final class Children implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(120);

  private final Path logs;
  private final List<Process> processes = new CopyOnWriteArrayList<>();
  private final Map<String, String> commands = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Thread hook = new Thread(this::endAll, "libra-bench-end");
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  Children(Path logs) {
    this.logs = logs;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  Process start(
      String name, List<String> command, Map<String, String> environment, Path directory) {
    try {
      Files.createDirectories(logs);
      note(name, command);
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      builder.directory(directory.toFile());
      builder.redirectErrorStream(true);
      builder.redirectOutput(logs.resolve(name + ".log").toFile());
      Process process = builder.start();
      processes.add(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException("can't start " + name + ": " + e.getMessage(), e);
    }
  }

  /** Remembers the first command of each kind; names that differ in a number are one kind. */
  void note(String name, List<String> command) {
    String shown =
        String.join(" ", command)
            .replace(System.getProperty("java.class.path"), "cli/target/lib/*")
            .replace(System.getProperty("java.home") + "/bin/java", "java");
    commands.putIfAbsent(name.replaceAll("[0-9]+$", "N"), shown);
  }

  /** The commands since the last call. */
  List<String> takeCommands() {
    List<String> taken = List.copyOf(commands.values());
    commands.clear();
    return taken;
  }

  /** Waits until the address answers 200. */
  void awaitOk(String name, Process process, URI address) throws InterruptedException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (status(address) != 200) {
      if (!process.isAlive() || System.nanoTime() - end > 0) {
        throw new IllegalStateException(
            name + " does not serve " + address + ": see " + logs.resolve(name + ".log"));
      }
      Thread.sleep(100);
    }
  }

  private int status(URI address) throws InterruptedException {
    try {
      return get(address).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
    return http.send(request, BodyHandlers.ofString());
  }

  void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    processes.remove(process);
  }

  private void endAll() {
    processes.forEach(Process::destroyForcibly);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  @Override
  public void close() {
    endAll();
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
