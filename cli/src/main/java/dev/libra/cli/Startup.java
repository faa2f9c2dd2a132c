package dev.libra.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.libra.cli.workspace.Workspace;
import dev.libra.process.Launch;
import dev.libra.process.Ports;
import dev.libra.process.ProcessLauncher;
import dev.libra.process.ProcessRecord;
import dev.libra.process.ProcessRegistry;
import dev.libra.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Starts what is not running yet, in order, and waits until it works. */
final class Startup {
  private static final Duration SERVER_LIMIT = Duration.ofSeconds(180);
  private static final Duration SERVICES_LIMIT = Duration.ofSeconds(240);
  private static final int LOG_LINES = 12;

  private final Workspace workspace;
  private final Addresses addresses;
  private final LocalApi api;
  private final Progress progress;
  private final ProcessRegistry registry;
  private final ProcessLauncher launcher;
  private final List<ProcessRecord> started = new ArrayList<>();

  Startup(Workspace workspace, Addresses addresses, LocalApi api, Progress progress) {
    this.workspace = workspace;
    this.addresses = addresses;
    this.api = api;
    this.progress = progress;
    this.registry = new ProcessRegistry(workspace.home());
    this.launcher = new ProcessLauncher(workspace.home(), registry);
  }

  /** Starts all; what this call started is ended again when a step fails. */
  void run(Blueprint blueprint, boolean ownStore) {
    requireFreePorts(ownStore);
    try {
      if (ownStore) {
        start("store", blueprint::store);
        await("store", () -> LocalApi.listens(addresses.store()));
      }
      start("control", blueprint::control);
      start("gateway", blueprint::gateway);
      start("traffic", blueprint::traffic);
      await("traffic", () -> api.isUp(addresses.trafficUrl() + "/health"));
      await("control", () -> api.isUp(addresses.controlUrl() + "/health/ready"));
      await("gateway", () -> api.isUp(addresses.managementUrl() + "/health/ready"));
      progress.await("services", SERVICES_LIMIT, this::servicesReady, this::deadProcess);
    } catch (RuntimeException e) {
      undo();
      throw e;
    }
  }

  /** Without a control that ran before, replicas are this call's too. */
  private void undo() {
    boolean fresh = started.stream().anyMatch(p -> p.name().equals("control"));
    Shutdown shutdown = new Shutdown(workspace.home(), line -> {});
    if (fresh && started.size() > 2) {
      shutdown.run();
    } else {
      shutdown.end(started);
    }
  }

  private void requireFreePorts(boolean ownStore) {
    if (ownStore) {
      requireFree("store", "libra.store.port", addresses.store());
    }
    requireFree("control", "libra.control.port", addresses.control());
    requireFree("gateway", "libra.gateway.port", addresses.gateway());
    requireFree("gateway", "libra.gateway.management-port", addresses.management());
    requireFree("traffic", "libra.traffic.port", addresses.traffic());
  }

  private void requireFree(String process, String key, int port) {
    if (running(process).isEmpty() && !Ports.isFree(port)) {
      throw new CliException(
          "port "
              + port
              + " is in use: stop what listens there, or set "
              + key
              + " in "
              + workspace.home().root().resolve("libra.properties"));
    }
  }

  private void start(String name, Supplier<Launch> launch) {
    if (running(name).isEmpty()) {
      started.add(launcher.start(launch.get()));
    }
  }

  private void await(String name, BooleanSupplier until) {
    progress.await(name, SERVER_LIMIT, until, this::deadProcess);
  }

  private Optional<ProcessRecord> running(String name) {
    return registry.read(name).filter(Processes::isAlive);
  }

  private boolean servicesReady() {
    Optional<JsonNode> status = api.get(addresses.controlUrl() + "/api/status");
    if (status.isEmpty() || status.get().path("services").isEmpty()) {
      return false;
    }
    for (JsonNode service : status.get().path("services")) {
      if (service.path("ready").asInt() < 1) {
        return false;
      }
    }
    return true;
  }

  /** Says which of the started processes has ended, with the last lines of its log. */
  private String deadProcess() {
    return started.stream()
        .filter(process -> !Processes.isAlive(process))
        .findFirst()
        .map(process -> process.name() + " has ended; " + lastLines(process.name()))
        .orElse(null);
  }

  private String lastLines(String name) {
    Path log = workspace.home().log(name);
    try {
      List<String> lines = Files.readAllLines(log);
      List<String> last = lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
      return log + " ends with:\n  " + String.join("\n  ", last);
    } catch (IOException e) {
      return log + " can't be read";
    }
  }
}
