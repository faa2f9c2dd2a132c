package dev.libra.service.testing;

import dev.libra.process.LibertyServer;
import dev.libra.process.LibraHome;
import dev.libra.process.ProcessLauncher;
import dev.libra.process.ProcessRecord;
import dev.libra.process.ProcessRegistry;
import dev.libra.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A replica of the module's service: its WAR on a real Liberty, with the shipped configuration and
 * on a free port.
 */
public final class TestReplica implements AutoCloseable {
  public static final String METRICS_PASSWORD = "not-secret";
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final LibraHome home;
  private final int port;
  private final ProcessRecord process;

  private TestReplica(LibraHome home, int port, ProcessRecord process) {
    this.home = home;
    this.port = port;
    this.process = process;
  }

  /**
   * Starts a replica and waits until it is ready.
   *
   * @param directory kept until the test's end; replicas that share it share their secrets
   * @param environment such as {@code LIBRA_MONGODB_URI}
   */
  public static TestReplica start(
      Path directory, String name, String service, Map<String, String> environment) {
    return launch(directory, name, service, environment).awaitReady();
  }

  /** Starts a replica and doesn't wait, so that several can start at once. */
  public static TestReplica launch(
      Path directory, String name, String service, Map<String, String> environment) {
    LibraHome home = new LibraHome(directory);
    linkRuntime(home);
    int port = freePort();
    LibertyServer server =
        new LibertyServer(
            name,
            "replica",
            service,
            port,
            Path.of(System.getProperty("libra.it.config")),
            Map.of(),
            Map.of("libra.metrics.password", METRICS_PASSWORD),
            List.of(),
            environment(home, name, service, port, environment));
    ProcessLauncher launcher = new ProcessLauncher(home, new ProcessRegistry(home));
    return new TestReplica(home, port, launcher.start(server.prepare(home)));
  }

  /** Waits until the replica is ready; if it ends or takes too long, says what it has logged. */
  public TestReplica awaitReady() {
    Http http = new Http(url());
    long end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < end && Processes.isAlive(process)) {
      if (http.answers("/health/ready", 200)) {
        return this;
      }
    }
    String log = log();
    close();
    throw new AssertionError("replica " + process.name() + " did not become ready:\n" + log);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** What the replica has written to its output so far. */
  public String log() {
    try {
      return Files.readString(home.log(process.name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the replica as {@code kill -9} does. */
  public void kill() {
    Processes.kill(process);
  }

  @Override
  public void close() {
    try {
      Processes.stop(process, STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Processes.kill(process);
    }
  }

  private static Map<String, String> environment(
      LibraHome home, String name, String service, int port, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    String url = "http://127.0.0.1:" + port;
    environment.put("LIBRA_HOME", home.root().toString());
    environment.put("LIBRA_SECRETS_DIR", home.secrets().toString());
    environment.put("LIBRA_SERVICE", service);
    environment.put("LIBRA_APP", System.getProperty("libra.it.war"));
    environment.put("LIBRA_HTTP_PORT", Integer.toString(port));
    environment.put("LIBRA_REPLICA_ID", name);
    environment.put("LIBRA_REPLICA_SERVICE", service);
    environment.put("LIBRA_REPLICA_URL", url);
    environment.put("LIBRA_GATEWAY_URL", url);
    environment.putAll(more);
    return environment;
  }

  private static synchronized void linkRuntime(LibraHome home) {
    try {
      if (Files.notExists(home.wlp())) {
        Files.createDirectories(home.wlp().getParent());
        Files.createSymbolicLink(home.wlp(), Path.of(System.getProperty("libra.it.wlp")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
