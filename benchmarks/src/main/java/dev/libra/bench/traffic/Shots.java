package dev.libra.bench.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Starts the upstream, the engine and wrk as processes. */
public final class Shots implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int UPSTREAM_CORE = 0;
  private static final int LOAD_CORE = 1;
  private static final int CONNECTIONS = 64;

  /**
   * As the launcher and the control server run the engine. The other compiler takes a core for most
   * of a second when a run begins, which is half of the machine that is measured.
   */
  private static final List<String> ENGINE_OPTIONS = List.of("-XX:TieredStopAtLevel=1");

  private final URI target;
  private final boolean pinned;
  private final Path script;
  private final List<String> commands = new ArrayList<>();
  private volatile Process upstream;
  private volatile Process load;

  /** With the upstream on one core and the load on the other. */
  Shots(int port) throws IOException {
    this(URI.create("http://127.0.0.1:" + port + "/search/products"), true);
  }

  /**
   * @param pinned whether upstream and load have a core each
   */
  public Shots(URI target, boolean pinned) throws IOException {
    this.target = target;
    this.pinned = pinned;
    script = Files.createTempFile("libra-wrk", ".lua");
    try (InputStream in = Shots.class.getResourceAsStream("wrk.lua")) {
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
    }
    // Also on Ctrl-C: nobody else knows the processes.
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "bench-interrupt"));
  }

  /** Starts an upstream with this latency, in place of the one before. */
  void upstream(double medianMs, double sigma, long stallMs) throws IOException {
    stopUpstream();
    int port = target.getPort();
    List<String> command =
        java(
            UPSTREAM_CORE,
            List.of(),
            Upstream.class,
            port,
            medianMs,
            sigma,
            Long.toString(stallMs));
    upstream = start(command);
    BufferedReader out = upstream.inputReader(StandardCharsets.UTF_8);
    String line;
    do {
      line = out.readLine();
    } while (line != null && !line.startsWith("upstream listens"));
    if (line == null) {
      throw new IOException("the upstream did not start on port " + port);
    }
  }

  /** What the engine measured at this rate, after a warm-up. */
  public JsonNode engine(double rate, int seconds) throws IOException {
    return lastLine(java(LOAD_CORE, ENGINE_OPTIONS, EngineShot.class, target, rate, seconds));
  }

  /**
   * What wrk measured.
   *
   * @param rate requests/s, or 0 for as many as it can
   */
  public JsonNode wrk(double rate, int seconds) throws IOException {
    List<String> command = onCore(LOAD_CORE);
    command.addAll(List.of("wrk", "-t1", "-c" + CONNECTIONS));
    command.addAll(List.of("-d" + seconds + "s", "-s", script.toString(), target.toString()));
    command.addAll(List.of("--", String.format(Locale.ROOT, "%.0f", rate)));
    return lastLine(command);
  }

  /** What was run, in order, each kind once. */
  public List<String> commands() {
    return commands.stream().distinct().toList();
  }

  @Override
  public void close() throws IOException {
    stopUpstream();
    Files.deleteIfExists(script);
  }

  private void stopAll() {
    for (Process process : new Process[] {upstream, load}) {
      if (process != null) {
        process.destroy();
      }
    }
  }

  private void stopUpstream() {
    if (upstream != null) {
      upstream.destroy();
      try {
        upstream.waitFor(5, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private List<String> onCore(int core) {
    return new ArrayList<>(pinned ? List.of("taskset", "-c", "" + core) : List.of());
  }

  private List<String> java(int core, List<String> options, Class<?> main, Object... arguments) {
    List<String> command = onCore(core);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }

  private Process start(List<String> command) throws IOException {
    String shown = String.join(" ", command);
    commands.add(
        shown
            .replace(System.getProperty("java.class.path"), "cli/target/lib/*")
            .replace(System.getProperty("java.home") + File.separator + "bin/java", "java")
            .replace(script.toString(), "wrk.lua"));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private JsonNode lastLine(List<String> command) throws IOException {
    Process process = start(command);
    load = process;
    String last = "";
    try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
      for (String line; (line = out.readLine()) != null; ) {
        last = line.isBlank() ? last : line;
      }
    }
    if (!last.startsWith("{")) {
      throw new IOException(command + " gave no figures: " + last);
    }
    return JSON.readTree(last);
  }
}
