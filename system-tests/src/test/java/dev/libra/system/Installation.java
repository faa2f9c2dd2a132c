package dev.libra.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** A Libra of its own, with its own state folder and ports, driven by the commands a user types. */
final class Installation {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int COMMAND_LIMIT_MINUTES = 10;

  private final Path root = Path.of(System.getProperty("libra.root")).toAbsolutePath().normalize();
  private final Path home;
  private final Map<String, String> settings = new TreeMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Long, Path> outputs = new TreeMap<>();
  private final int controlPort;
  private final int gatewayPort;

  /** What a command printed and how it ended. */
  record Result(int exitCode, String output) {}

  Installation(Path home, Map<String, String> settings) {
    this.home = home.toAbsolutePath();
    this.settings.putAll(settings);
    this.controlPort = freePort();
    this.gatewayPort = freePort();
    this.settings.put("LIBRA_HOME", this.home.toString());
    this.settings.put("LIBRA_CONTROL_PORT", Integer.toString(controlPort));
    this.settings.put("LIBRA_GATEWAY_PORT", Integer.toString(gatewayPort));
    this.settings.put("LIBRA_GATEWAY_MANAGEMENT_PORT", Integer.toString(freePort()));
    this.settings.put("LIBRA_STORE_PORT", Integer.toString(freePort()));
    this.settings.put("LIBRA_TRAFFIC_PORT", Integer.toString(freePort()));
    this.settings.put("LIBRA_REPLICA_PORTS", "9400-9499");
  }

  Path home() {
    return home;
  }

  int gatewayPort() {
    return gatewayPort;
  }

  /** Runs {@code ./libra} and waits for its end. */
  Result libra(String... arguments) {
    return await(launch(arguments));
  }

  /** Starts {@code ./libra}; its output goes to a file in the state folder. */
  Process launch(String... arguments) {
    List<String> command = new ArrayList<>(List.of("bash", root.resolve("libra").toString()));
    command.addAll(List.of(arguments));
    try {
      Files.createDirectories(home.resolveSibling("commands"));
      Path output = Files.createTempFile(home.resolveSibling("commands"), arguments[0], ".txt");
      ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
      builder.environment().putAll(settings);
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      outputs.put(process.pid(), output);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a command's end. */
  Result await(Process process) {
    try {
      if (!process.waitFor(COMMAND_LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.destroy();
        throw new IllegalStateException("still running: " + read(outputs.get(process.pid())));
      }
      return new Result(process.exitValue(), read(outputs.get(process.pid())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What {@code ./libra status --json} prints. */
  JsonNode status() {
    return json(libra("status", "--json").output());
  }

  /** The service's part of control's status, asked directly: quicker than the command. */
  Optional<JsonNode> service(String name) {
    return get("/api/status")
        .flatMap(
            status ->
                StreamSupport.stream(status.path("services").spliterator(), false)
                    .filter(s -> s.path("name").asText().equals(name))
                    .findFirst());
  }

  /** Replicas of the service that are ready; 0 while control doesn't answer. */
  int ready(String service) {
    return service(service).map(s -> s.path("ready").asInt()).orElse(0);
  }

  /** Requests per second of the service; 0 while control doesn't answer. */
  double rate(String service) {
    return service(service).map(s -> s.path("rps").asDouble()).orElse(0.0);
  }

  String dashboard() {
    return "http://127.0.0.1:" + controlPort;
  }

  String adminPassword() {
    return secret("admin-password");
  }

  /** What control's API answers; empty while it can't be reached. */
  Optional<JsonNode> get(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + controlPort + path))
              .header("Authorization", "Bearer " + secret("cluster-token"))
              .build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? Optional.of(json(answer.body())) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Status of an unauthenticated GET at the gateway; 0 while it can't be reached. */
  int gatewayStatus(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gatewayPort + path)).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Process ids by name, from the records of the running processes. */
  Map<String, Long> pids() {
    Map<String, Long> pids = new TreeMap<>();
    for (JsonNode process : status().path("processes")) {
      if (process.path("up").asBoolean()) {
        pids.put(process.path("name").asText(), process.path("pid").asLong());
      }
    }
    return pids;
  }

  /** Live processes that carry this installation's marker. */
  List<ProcessHandle> processes() {
    String marker = "-Dlibra.home=" + home;
    return ProcessHandle.allProcesses().filter(p -> commandLine(p).contains(marker)).toList();
  }

  String log(String process) {
    return read(home.resolve("logs").resolve(process + ".log"));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + text, e);
    }
  }

  private String secret(String name) {
    return read(home.resolve("secrets").resolve(name)).strip();
  }

  private static String commandLine(ProcessHandle process) {
    try {
      // ProcessHandle.info() cuts long command lines.
      byte[] raw = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/cmdline"));
      return new String(raw, StandardCharsets.UTF_8).replace('\0', ' ');
    } catch (IOException e) {
      return "";
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
