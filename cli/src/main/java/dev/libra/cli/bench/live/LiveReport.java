package dev.libra.cli.bench.live;

import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.twin.Demand;
import dev.libra.simulator.twin.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code live.md}, {@code live.svg} and {@code live.csv}. */
final class LiveReport {
  private final ServiceSpec service;
  private final LiveLoad load;
  private final Demand demand;
  private final List<Contestant> contestants;
  private final List<TwinOutcome> twin;
  private final List<String> remarks;

  /**
   * @param twin the same policies and load in the twin
   * @param remarks lines about how it was made
   */
  LiveReport(
      ServiceSpec service,
      LiveLoad load,
      Demand demand,
      List<Contestant> contestants,
      List<TwinOutcome> twin,
      List<String> remarks) {
    this.service = service;
    this.load = load;
    this.demand = demand;
    this.contestants = List.copyOf(contestants);
    this.twin = List.copyOf(twin);
    this.remarks = List.copyOf(remarks);
  }

  /**
   * Writes the three files.
   *
   * @param whole false where it was ended early, or is still going on
   */
  void write(Path folder, List<LiveResult> results, boolean whole) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("live.csv"), csv(results));
    Files.writeString(
        folder.resolve("live.svg"), new LivePicture(load.trace(), demand, results).svg());
    Files.writeString(folder.resolve("live.md"), markdown(results, whole));
  }

  private static String csv(List<LiveResult> results) {
    return LiveResult.COLUMNS
        + "\n"
        + results.stream().map(r -> r.csv() + "\n").collect(Collectors.joining());
  }

  String markdown(List<LiveResult> results, boolean whole) {
    RunTables tables = new RunTables(results);
    List<String> lines = new ArrayList<>();
    lines.add("# Policies on live replicas" + (whole ? "" : " (ended early)"));
    lines.addAll(about());
    lines.add("");
    lines.add("## Ranking");
    lines.addAll(new RankingTable(results, twin, names()).lines());
    lines.add("");
    lines.add("![Load and replicas](live.svg)");
    lines.add("");
    lines.add("## Runs");
    lines.addAll(tables.runs());
    lines.add("");
    lines.add("## How quickly it acts");
    lines.addAll(tables.reactions());
    lines.add("");
    lines.add("## Policies");
    contestants.forEach(c -> lines.add("- `" + c.name() + "`: " + c.about()));
    lines.add("");
    lines.add("## Made by");
    lines.addAll(remarks);
    return String.join("\n", lines) + "\n";
  }

  private List<String> names() {
    return contestants.stream().map(Contestant::name).toList();
  }

  private List<String> about() {
    return List.of(
        String.format(
            Locale.ROOT,
            "`%s` (SHA-256 %s), %.3g times as fast, rates × %.4f, for %.0f s: up to %.0f requests/s of `%s`, each policy on an",
            load.file().file().getFileName(),
            load.file().sha256().substring(0, 16),
            load.timeScale(),
            load.rateScale(),
            load.durationS(),
            LiveLoad.peak(load.trace()),
            service.name()),
        String.format(
            Locale.ROOT,
            "installation of its own, one after the other, with the same arrivals in a round. Up to %d replicas, %d requests at once and %.0f ms",
            service.maxReplicas(),
            service.concurrency(),
            service.serviceTimeMs()),
        String.format(
            Locale.ROOT,
            "(median) each, CPU limit %.2f cores; all behind the same guard rails. SLO: P95 of the whole run ≤ %.0f ms at the client, from the",
            service.cpuLimit(),
            service.sloMs()),
        String.format(
            Locale.ROOT,
            "intended send time, and at most %.1f %% of the requests failed. A run with under 99 %% of them sent in time is void. Paid",
            RunResult.MAX_FAILED_SHARE * 100),
        "replica-seconds include starting and draining replicas.");
  }
}
