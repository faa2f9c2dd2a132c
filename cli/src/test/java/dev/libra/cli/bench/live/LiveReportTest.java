package dev.libra.cli.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.fleet.ServiceSpec;
import dev.libra.policy.fixed.FixedPolicy;
import dev.libra.policy.fixed.FixedSettings;
import dev.libra.simulator.comparison.TraceFile;
import dev.libra.simulator.twin.Demand;
import dev.libra.simulator.twin.TwinParameters;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class LiveReportTest {
  private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
  private static final ServiceSpec SERVICE =
      new ServiceSpec("search", 1, 6, 300, 4, 60, 0.12, 0.05);

  @TempDir Path directory;
  private LiveReport report;

  @BeforeEach
  void report() throws IOException {
    Path trace = Files.writeString(directory.resolve("flat.txt"), "40\n".repeat(60));
    LiveLoad load = new LiveLoad(TraceFile.read(trace), 1, 1, 60);
    TwinStage twin = new TwinStage(SERVICE, TwinParameters.standard());
    List<Contestant> contestants = List.of(fixed("few", 1), fixed("many", 4));
    report =
        new LiveReport(
            SERVICE,
            load,
            new Demand(SERVICE, TwinParameters.standard()),
            contestants,
            contestants.stream().map(c -> twin.judge(c, load.trace(), 1)).toList(),
            List.of("`./libra bench live`"));
  }

  @Test
  void ranksLiveBesideTheTwin() {
    String text =
        report.markdown(List.of(result("many", 110, true, 4), result("few", 100, true, 1)), true);
    assertThat(text)
        .contains("| few | 1 of 1 | 60 | 0.00 % | 0 | 1 of 1 | ")
        .contains("Live: 1. few, 2. many.")
        .contains("Twin: 1. few, 2. many.")
        .contains("\nThe same ranking.")
        .contains("- `few`: a test")
        .doesNotContain("ended early");
  }

  @Test
  void aVoidRunDoesNotCount() {
    String text =
        report.markdown(List.of(result("many", 110, true, 4), result("few", 100, false, 1)), false);
    assertThat(text)
        .contains("(ended early)")
        .contains("| few | 0 of 0 | – | – | 0 |")
        .contains("| few | 1 | void |")
        .contains("Live: 1. many, 2. few.")
        .contains("Nothing to compare");
  }

  @Test
  void saysWhereTheTwinDisagrees() {
    String text =
        report.markdown(List.of(result("many", 110, true, 4), result("few", 400, true, 1)), true);
    assertThat(text).contains("Live: 1. many, 2. few.").contains("Not the same ranking.");
  }

  @Test
  void writesARowPerRunAndAWholePicture() throws Exception {
    report.write(directory, List.of(result("few", 310, true, 1)), true);
    assertThat(Files.readAllLines(directory.resolve("live.csv")))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(23))
        .element(1)
        .asString()
        .startsWith("few,1,true,false,");
    String svg = Files.readString(directory.resolve("live.svg"));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
    assertThat(svg).contains("Round 1", "few", "required by the rate");
  }

  private static Contestant fixed(String name, int replicas) {
    return new Contestant(
        name, "a test", Map.of(), false, service -> new FixedPolicy(FixedSettings.count(replicas)));
  }

  private static LiveResult result(String policy, double p95Ms, boolean valid, int replicas) {
    List<FleetPoint> fleet = List.of(new FleetPoint(START, replicas, 0, 0));
    return new LiveResult(
        policy,
        1,
        "fixed 1",
        300,
        new LiveResult.Client(60, p95Ms, 200, 0, 0, 2400, 1, valid),
        new SloWindows(30, 0),
        ReplicaTime.of(fleet, START, START.plusSeconds(60)),
        Reactions.of(List.of(), List.of()),
        START,
        fleet);
  }
}
