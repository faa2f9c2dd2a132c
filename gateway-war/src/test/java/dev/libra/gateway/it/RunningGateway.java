package dev.libra.gateway.it;

import static org.awaitility.Awaitility.await;

import dev.libra.gateway.control.RealControl;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The gateway's WAR in a real Liberty process with the configuration that is shipped. */
final class RunningGateway implements AutoCloseable {
  static final String METRICS_PASSWORD = "password-of-the-test";

  private final Path home;
  private final int port;
  private final int management;
  private final Process process;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RunningGateway(Path home, int port, int management, Process process) {
    this.home = home;
    this.port = port;
    this.management = management;
    this.process = process;
  }

  static RunningGateway start(Path home, int controlPort, Map<String, String> settings)
      throws IOException {
    int port = freePort();
    int management = freePort();
    Path server = home.resolve("servers/servers/gateway");
    Files.createDirectories(server);
    Files.createDirectories(home.resolve("secrets"));
    Files.writeString(home.resolve("secrets/cluster-token"), RealControl.TOKEN);
    Path config = Path.of(System.getProperty("libra.it.config"));
    Files.write(server.resolve("server.xml"), Files.readAllBytes(config.resolve("server.xml")));

    ProcessBuilder builder = new ProcessBuilder(command(config));
    builder.directory(server.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(home.resolve("gateway.log").toFile());
    Map<String, String> environment = builder.environment();
    environment.put("WLP_USER_DIR", home.resolve("servers").toString());
    environment.put("LIBRA_HOME", home.toString());
    environment.put("LIBRA_APP", System.getProperty("libra.it.war"));
    environment.put("LIBRA_GATEWAY_PORT", Integer.toString(port));
    environment.put("LIBRA_GATEWAY_MANAGEMENT_PORT", Integer.toString(management));
    environment.put("LIBRA_CONTROL_URL", "http://127.0.0.1:" + controlPort);
    environment.put("LIBRA_METRICS_PASSWORD", METRICS_PASSWORD);
    environment.putAll(settings);
    return new RunningGateway(home, port, management, builder.start());
  }

  private static List<String> command(Path config) throws IOException {
    Path wlp = Path.of(System.getProperty("libra.it.wlp"));
    String options = Runtime.version().feature() >= 24 ? "java24.options" : "java9.options";
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Files.readAllLines(config.resolve("jvm.options")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(command::add);
    command.add("@" + wlp.resolve("lib/platform/java").resolve(options));
    command.add("-javaagent:" + wlp.resolve("bin/tools/ws-javaagent.jar"));
    command.add("-jar");
    command.add(wlp.resolve("bin/tools/ws-server.jar").toString());
    command.add("gateway");
    return command;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  RunningGateway awaitHealth(String check, int status) {
    await("gateway, see " + home.resolve("gateway.log"))
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(
            () ->
                !process.isAlive() || send(management("/health/" + check)).statusCode() == status);
    if (!process.isAlive()) {
      throw new IllegalStateException("the gateway ended, see " + home.resolve("gateway.log"));
    }
    return this;
  }

  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the gateway goes on, see " + home.resolve("gateway.log"));
    }
    return process.exitValue();
  }

  String log() throws IOException {
    return Files.readString(home.resolve("gateway.log"));
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** A request to the port of health and metrics. */
  HttpRequest.Builder management(String path) {
    URI address = URI.create("http://127.0.0.1:" + management + path);
    return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60));
  }

  int port() {
    return port;
  }

  HttpClient http() {
    return http;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Asks it to end, as a launcher does, and waits. */
  void end() {
    process.destroy();
    process.onExit().join();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
