package dev.libra.cli.bench.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.libra.cli.api.ClusterApi;
import dev.libra.cli.twin.LiveSystem;
import dev.libra.fleet.ServiceSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One policy under the load: from the settled installation to the figures. */
final class LiveRun {
  private static final Duration GATHER_EVERY = Duration.ofSeconds(20);
  private static final Duration SPARE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int LAST_LOOKS = 30;
  private static final int VOID = 3;

  private final LiveInstallation installation;
  private final ServiceSpec service;
  private final LiveLoad load;
  private final double warmUpS;
  private final BooleanSupplier cancelled;
  private final Consumer<String> progress;
  private Instant lastLook = Instant.EPOCH;
  private boolean released;

  /**
   * @param warmUpS how long the first replicas get the load's first rate beforehand
   */
  LiveRun(
      LiveInstallation installation,
      ServiceSpec service,
      LiveLoad load,
      double warmUpS,
      BooleanSupplier cancelled,
      Consumer<String> progress) {
    this.installation = installation;
    this.service = service;
    this.load = load;
    this.warmUpS = warmUpS;
    this.cancelled = cancelled;
    this.progress = progress;
  }

  /**
   * Brings the installation to a start that is the same for all policies, plays the load and
   * gathers the figures.
   *
   * @param initial replicas at the start
   */
  LiveResult play(Contestant contestant, int round, int initial, RunFolder folder) {
    LiveSystem live = installation.system(service.name(), cancelled);
    if (contestant.learned()) {
      live.awaitLearned();
    }
    progress.accept("  " + initial + " replicas, warming up");
    live.scale(initial);
    if (warmUpS > 0) {
      live.constant(Math.max(1, load.initialRate()), warmUpS);
    }
    History history =
        new History(
            new ClusterApi(installation.home()), installation.controlPort(), service.name());
    replay(live, history, round, folder);
    lastLooks(history, end(folder));
    history.write(folder.path());
    return folder.result(contestant.name(), round, service.sloMs(), load.durationS(), history);
  }

  private void replay(LiveSystem live, History history, int seed, RunFolder folder) {
    Duration limit = Duration.ofSeconds((long) load.durationS()).plus(SPARE);
    int code =
        installation.run(
            folder.log(), limit, () -> meanwhile(live, history, folder), arguments(seed, folder));
    if (code != 0 && code != VOID) {
      throw new IllegalStateException(
          "the replay ended with " + code + ":\n" + Launcher.tail(folder.log()));
    }
  }

  private List<String> arguments(int seed, RunFolder folder) {
    return List.of(
        "replay",
        "--trace",
        load.file().file().toAbsolutePath().toString(),
        "--service",
        service.name(),
        "--time-scale",
        Double.toString(load.timeScale()),
        "--rate-scale",
        Double.toString(load.rateScale()),
        "--duration",
        String.format(Locale.ROOT, "%.3fs", load.durationS()),
        "--seed",
        Integer.toString(seed),
        "--out",
        folder.path().toString());
  }

  /** The policy takes over when the load is there, so that no idle second misleads it. */
  private void meanwhile(LiveSystem live, History history, RunFolder folder) {
    if (!released && folder.isUnderLoad()) {
      live.release();
      released = true;
    }
    if (released && Instant.now().isAfter(lastLook.plus(GATHER_EVERY))) {
      lastLook = Instant.now();
      history.tryToGather();
      history.samples().stream().reduce((a, b) -> b).ifPresent(this::tell);
    }
  }

  private void tell(JsonNode sample) {
    progress.accept(
        String.format(
            Locale.ROOT,
            "  %.0f requests/s, P95 %.0f ms, replicas: %d ready, %d starting, %d draining",
            sample.get("rps").asDouble(),
            sample.get("p95Ms").asDouble(),
            sample.get("ready").asInt(),
            sample.get("starting").asInt(),
            sample.get("draining").asInt()));
  }

  /** Decisions reach the store a little later. */
  private void lastLooks(History history, Instant end) {
    for (int i = 0; i < LAST_LOOKS && !history.reaches(end); i++) {
      history.tryToGather();
      LiveSystem.pause(PAUSE);
    }
  }

  private Instant end(RunFolder folder) {
    return folder.start().plusMillis(Math.round(load.durationS() * 1000));
  }
}
