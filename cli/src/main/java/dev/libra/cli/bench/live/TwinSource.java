package dev.libra.cli.bench.live;

import dev.libra.simulator.calibration.TwinParametersFile;
import dev.libra.simulator.twin.TwinParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Where the twin's parameters come from: a file, or this very machine. */
final class TwinSource {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final LivePlan plan;
  private final LiveSite site;
  private final Consumer<String> progress;

  TwinSource(LivePlan plan, LiveSite site, Consumer<String> progress) {
    this.plan = plan;
    this.site = site;
    this.progress = progress;
  }

  TwinParameters parameters() {
    return TwinParametersFile.read(plan.parameters() == null ? measured() : plan.parameters());
  }

  private Path measured() {
    progress.accept("measuring for the twin");
    Path file = plan.data().resolve("twin.properties");
    Path log = plan.data().resolve("calibrate.log");
    try {
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException("can't delete " + log, e);
    }
    try (LiveInstallation installation = site.up(Map.of(), log)) {
      installation.require(
          LONGEST,
          List.of(
              "calibrate",
              "--service",
              plan.service().name(),
              "--service-time-ms",
              Double.toString(plan.service().serviceTimeMs()),
              "--out",
              file.toString()));
    }
    return file;
  }
}
