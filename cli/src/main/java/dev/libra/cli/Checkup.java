package dev.libra.cli;

import dev.libra.cli.runtime.LibertyRuntime;
import dev.libra.cli.workspace.Workspace;
import dev.libra.process.Ports;
import dev.libra.process.ProcessRecord;
import dev.libra.process.ProcessRegistry;
import dev.libra.process.Processes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What Libra needs of a machine, and how its own state is. */
final class Checkup {
  private static final double MIN_MEMORY_GB = 6;
  private static final double MIN_DISK_GB = 3;

  private final Workspace workspace;
  private final List<Finding> findings = new ArrayList<>();

  /** How bad it is. */
  enum Level {
    OK,
    WARN,
    FAIL
  }

  /** One line of the report. */
  record Finding(Level level, String what, String text) {}

  Checkup(Workspace workspace) {
    this.workspace = workspace;
  }

  List<Finding> run() {
    java();
    programs();
    machine();
    check("settings", () -> Settings.read(workspace).asEnvironment().size() + " set");
    check("process records", this::records);
    check("secrets", this::secrets);
    ports();
    runtime();
    return List.copyOf(findings);
  }

  private void java() {
    int version = Runtime.version().feature();
    boolean compiler = Files.exists(Path.of(System.getProperty("java.home"), "bin", "javac"));
    String text = "Java " + version + " in " + System.getProperty("java.home");
    add(
        version >= 17 && compiler ? Level.OK : Level.FAIL,
        "JDK",
        text + (compiler ? "" : " has no javac: install a JDK ≥ 17"));
  }

  private void programs() {
    add(
        onPath("mvn") ? Level.OK : Level.FAIL,
        "Maven",
        onPath("mvn") ? "found" : "missing: apt-get install maven");
    boolean browser = onPath("chromium");
    add(
        browser ? Level.OK : Level.WARN,
        "Chromium",
        browser ? "found" : "missing, the tests want it: apt-get install chromium");
    boolean setsid = onPath("setsid");
    add(
        setsid ? Level.OK : Level.WARN,
        "setsid",
        setsid ? "found" : "missing: processes end with the terminal that started them");
  }

  private void machine() {
    int cores = Runtime.getRuntime().availableProcessors();
    add(
        cores >= 2 ? Level.OK : Level.WARN,
        "cores",
        cores + (cores >= 2 ? "" : ": two are the least for a pleasant start"));
    double memory = memoryGb();
    add(
        memory >= MIN_MEMORY_GB ? Level.OK : Level.WARN,
        "memory",
        String.format(
            "%.1f GB available, %.0f are enough for a dozen replicas", memory, MIN_MEMORY_GB));
    double disk = workspace.root().toFile().getUsableSpace() / 1e9;
    add(
        disk >= MIN_DISK_GB ? Level.OK : Level.FAIL,
        "disk",
        String.format("%.0f GB free, %.0f needed", disk, MIN_DISK_GB));
  }

  private String records() {
    List<ProcessRecord> all = new ProcessRegistry(workspace.home()).all();
    long up = all.stream().filter(Processes::isAlive).count();
    return all.size() + " processes recorded, " + up + " running";
  }

  private String secrets() {
    Path directory = workspace.home().secrets();
    if (Files.notExists(directory)) {
      return "none yet: './libra up' makes them";
    }
    Secrets secrets = new Secrets(directory, new SecureRandom());
    List.of(Secrets.CLUSTER_TOKEN, Secrets.ADMIN_PASSWORD, Secrets.METRICS_PASSWORD)
        .forEach(secrets::read);
    return "present, readable by their owner only";
  }

  private void ports() {
    Addresses addresses = Addresses.from(Settings.read(workspace), null);
    port("control", "libra.control.port", addresses.control());
    port("gateway", "libra.gateway.port", addresses.gateway());
    port("gateway", "libra.gateway.management-port", addresses.management());
    port("store", "libra.store.port", addresses.store());
    port("traffic", "libra.traffic.port", addresses.traffic());
  }

  private void port(String process, String key, int port) {
    boolean ours =
        new ProcessRegistry(workspace.home())
                .files().stream().anyMatch(f -> f.endsWith(process + ".json"))
            && new ProcessRegistry(workspace.home())
                .read(process)
                .filter(Processes::isAlive)
                .isPresent();
    boolean free = Ports.isFree(port);
    String text =
        ours ? "used by our " + process : free ? "free" : "in use by another program: set " + key;
    add(ours || free ? Level.OK : Level.FAIL, "port " + port, text);
  }

  private void runtime() {
    boolean ready = new LibertyRuntime(workspace.home().wlp()).isReady();
    add(Level.OK, "Open Liberty", ready ? "unpacked" : "'./libra up' unpacks it");
  }

  /** What throws is a finding, not the end of the report. */
  private void check(String what, Supplier<String> work) {
    try {
      add(Level.OK, what, work.get());
    } catch (RuntimeException e) {
      add(Level.FAIL, what, e.getMessage());
    }
  }

  private void add(Level level, String what, String text) {
    findings.add(new Finding(level, what, text));
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  /** Linux only; elsewhere as much as is wanted. */
  private static double memoryGb() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
      return lines
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1e6)
          .findFirst()
          .orElse(MIN_MEMORY_GB);
    } catch (IOException e) {
      return MIN_MEMORY_GB;
    }
  }
}
