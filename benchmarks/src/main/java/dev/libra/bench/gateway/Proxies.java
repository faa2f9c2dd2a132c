package dev.libra.bench.gateway;

import dev.libra.process.Launch;
import dev.libra.process.LibertyServer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Starts what is measured: Libra's gateway, nginx and Spring Cloud Gateway, and upstreams. */
final class Proxies {
  static final String PATH = "/bench/hello";
  private static final String UPSTREAM_HEAP = "-Xmx96m";

  private final BenchPlace place;
  private final Children children;

  /** A process that listens at a port. */
  record Running(String name, Process process, int port) {
    URI uri(String path) {
      return URI.create("http://127.0.0.1:" + port + path);
    }

    URI target() {
      return uri(PATH);
    }
  }

  Proxies(BenchPlace place, Children children) {
    this.place = place;
    this.children = children;
  }

  Running upstream(String name, int delayMs, int... ports) throws InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Children.java(),
                UPSTREAM_HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                ownClassPath(),
                Upstream.class.getName(),
                name,
                Integer.toString(delayMs)));
    for (int port : ports) {
      command.add(Integer.toString(port));
    }
    Process process = children.start(name, command, Map.of(), place.directory());
    return serving(new Running(name, process, ports[0]), PATH);
  }

  /** Absolute, since children run in another directory. */
  private static String ownClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The gateway as the launcher starts it, with these settings besides. */
  Running libra(int controlPort, Map<String, String> settings)
      throws IOException, InterruptedException {
    int port = Children.freePort();
    int management = Children.freePort();
    Path token = place.home().secrets().resolve("cluster-token");
    Files.createDirectories(token.getParent());
    Files.writeString(token, "token-of-the-benchmark-" + UUID.randomUUID());
    Map<String, String> environment = new HashMap<>();
    environment.put("LIBRA_HOME", place.home().root().toString());
    environment.put("LIBRA_APP", place.war().toString());
    environment.put("LIBRA_HTTP_HOST", "127.0.0.1");
    environment.put("LIBRA_GATEWAY_PORT", Integer.toString(port));
    environment.put("LIBRA_GATEWAY_MANAGEMENT_PORT", Integer.toString(management));
    environment.put("LIBRA_CONTROL_URL", "http://127.0.0.1:" + controlPort);
    environment.put("LIBRA_SERVICES", BenchControl.SERVICE);
    environment.putAll(settings);
    Launch launch =
        new LibertyServer(
                "gateway",
                "gateway",
                null,
                port,
                place.libertyConfig(),
                Map.of(),
                Map.of("libra.metrics.password", BenchPlace.METRICS_PASSWORD),
                List.of(),
                environment)
            .prepare(place.home());
    List<String> command = new ArrayList<>(List.of(Children.java()));
    command.addAll(launch.arguments());
    Process process = children.start("gateway", command, launch.environment(), launch.directory());
    URI ready = URI.create("http://127.0.0.1:" + management + "/health/ready");
    children.awaitOk("gateway", process, ready);
    return new Running("gateway", process, port);
  }

  /** nginx with one worker and connections to the upstream kept alive. */
  Running nginx(int... upstreamPorts) throws IOException, InterruptedException {
    int port = Children.freePort();
    Path conf = place.directory().resolve("nginx.conf");
    Files.writeString(conf, NginxConf.text(place.directory(), port, upstreamPorts));
    Process process =
        children.start(
            "nginx",
            List.of("nginx", "-p", place.directory().toString(), "-c", conf.toString()),
            Map.of(),
            place.directory());
    return serving(new Running("nginx", process, port), PATH);
  }

  Running springCloudGateway(int upstreamPort) throws InterruptedException {
    return springCloudGateway("spring-cloud-gateway", upstreamPort, List.of());
  }

  /** With balancing, circuit breaker, retries and metrics. */
  Running fullSpringCloudGateway(int upstreamPort) throws InterruptedException {
    return springCloudGateway(
        "spring-cloud-gateway-full", upstreamPort, List.of("--spring.profiles.active=full"));
  }

  private Running springCloudGateway(String name, int upstreamPort, List<String> arguments)
      throws InterruptedException {
    int port = Children.freePort();
    List<String> command =
        new ArrayList<>(
            List.of(
                Children.java(),
                "-XX:+UseSerialGC",
                "-Xms128m",
                "-Xmx256m",
                "-jar",
                place.springCloudGateway().toString(),
                "--server.port=" + port,
                "--bench.upstream=http://127.0.0.1:" + upstreamPort));
    command.addAll(arguments);
    Process process = children.start(name, command, Map.of(), place.directory());
    return serving(new Running(name, process, port), PATH);
  }

  private Running serving(Running running, String path) throws InterruptedException {
    children.awaitOk(running.name(), running.process(), running.uri(path));
    return running;
  }
}
