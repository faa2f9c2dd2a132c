package dev.libra.cli.bench.live;

import dev.libra.cli.twin.LiveSystem;
import dev.libra.process.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** An installation beside the user's own, that is up until it is closed. */
final class LiveInstallation implements AutoCloseable {
  /** The first time Liberty is unpacked and a replica's start is trained. */
  private static final Duration LONGEST_UP = Duration.ofMinutes(15);

  /** What a run must not find of the one before; the runtime and its caches stay. */
  private static final List<String> REMOVED = List.of("store", "spool", "runs", "chaos");

  private final Launcher launcher;
  private final LivePorts ports;
  private final Map<String, String> settings;
  private final Path log;

  private LiveInstallation(
      Launcher launcher, LivePorts ports, Map<String, String> settings, Path log) {
    this.launcher = launcher;
    this.ports = ports;
    this.settings = settings;
    this.log = log;
  }

  /**
   * Starts it, with an empty store and no traffic.
   *
   * @param settings without the ports'
   * @param log gets what the launcher prints
   */
  static LiveInstallation up(
      Launcher launcher, LivePorts ports, Map<String, String> settings, Path log) {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(ports.settings());
    LiveInstallation installation = new LiveInstallation(launcher, ports, all, log);
    try {
      // Something may be left of a run that was killed.
      installation.close();
      for (String directory : REMOVED) {
        FileTrees.delete(launcher.home().resolve(directory));
      }
      launcher.require(all, log, LONGEST_UP, List.of("up", "--detach", "--no-traffic"));
      return installation;
    } catch (IOException e) {
      throw new UncheckedIOException("can't clear " + launcher.home(), e);
    } catch (RuntimeException e) {
      installation.close();
      throw e;
    }
  }

  /** Runs a command of the launcher in it; see {@link Launcher#run}. */
  int run(Path to, Duration limit, Runnable meanwhile, List<String> arguments) {
    return launcher.run(settings, to, limit, meanwhile, arguments);
  }

  /** The same for one that must not fail. */
  void require(Duration limit, List<String> arguments) {
    launcher.require(settings, log, limit, arguments);
  }

  LiveSystem system(String service, BooleanSupplier cancelled) {
    return new LiveSystem(service, ports.control(), ports.traffic(), launcher.home(), cancelled);
  }

  Path home() {
    return launcher.home();
  }

  int controlPort() {
    return ports.control();
  }

  @Override
  public void close() {
    launcher.down(settings, log);
  }
}
