package dev.libra.simulator.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.libra.fleet.ServiceSpec;
import dev.libra.policy.fixed.FixedPolicy;
import dev.libra.policy.fixed.FixedSettings;
import dev.libra.policy.hpa.HpaPolicy;
import dev.libra.policy.hpa.HpaSettings;
import dev.libra.simulator.scaling.Cooldowns;
import dev.libra.simulator.twin.TwinParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final ServiceSpec SERVICE =
      new ServiceSpec("search", 1, 6, 300, 4, 60, 0.12, 0.05);

  private static final Entrant LEARNED =
      Entrant.learned("ppo", 7, "a rule in its place", s -> new HpaPolicy(HpaSettings.stock()));

  @TempDir Path directory;

  @Test
  void playsEveryEntrantOnEveryTraceAndReplay() throws IOException {
    ComparisonResult result = new Comparison(plan(1L, 2L), line -> {}, () -> false).run(r -> {});
    assertThat(result.whole()).isTrue();
    List<String> rows = result.csv().lines().toList();
    assertThat(rows.get(0))
        .isEqualTo(
            "trace,policy,form,seed,replay,sloMet,violationShare,failedShare,p50Ms,p95Ms,p99Ms,"
                + "readyReplicaSeconds,paidReplicaSeconds,peakReplicas,actions,reversals");
    // hpa and keda in three forms, static-max, the trained one with and without its guard rails,
    // random actions and the tuned HPA behind them.
    assertThat(rows).hasSize(1 + 2 * (6 + 1 + 2 + 2));
    assertThat(rows).anyMatch(r -> r.startsWith("steps,hpa,tuned,0,2,"));
    assertThat(rows).anyMatch(r -> r.startsWith("steps,ppo,learned,7,1,"));
    assertThat(result.sentences()).singleElement().asString().startsWith("steps: ppo seed 7 ");
  }

  @Test
  void turnsTheKnobsOfRulesAndOfTrainedPolicies() throws IOException {
    ComparisonResult result = new Comparison(plan(1L), line -> {}, () -> false).run(r -> {});
    assertThat(result.outcomes().get(0).frontier())
        .extracting(row -> row.entrant().policy())
        .containsOnly("hpa", "keda", "ppo seed 7")
        .hasSize(7 + 7 + 1);
  }

  @Test
  void theSamePlanGivesTheSameFigures() throws IOException {
    Plan plan = plan(1L);
    String first = new Comparison(plan, line -> {}, () -> false).run(r -> {}).csv();
    assertThat(new Comparison(plan, line -> {}, () -> false).run(r -> {}).csv()).isEqualTo(first);
  }

  @Test
  void nobodyThatKeepsTheSloIsCheaperThanTheBound() throws IOException {
    ComparisonResult result = new Comparison(plan(1L, 2L), line -> {}, () -> false).run(r -> {});
    TraceOutcome outcome = result.outcomes().get(0);
    double bound = outcome.bound().orElseThrow().paidReplicaSeconds();
    assertThat(bound).isPositive();
    assertThat(outcome.rows().stream().filter(r -> r.result().sloMet()))
        .isNotEmpty()
        .allMatch(r -> r.paid() >= bound);
  }

  @Test
  void leavesAReportThatNeedsNothingElse() throws IOException {
    new Comparison(plan(1L), line -> {}, () -> false).run(r -> {}).write(directory);
    String html = Files.readString(directory.resolve("report.html"));
    assertThat(html).contains("<svg", "Worst seed", "Shift and chaos", "./libra compare …");
    assertThat(html).doesNotContain("src=\"http", "href=\"http");
    JsonNode summary = new ObjectMapper().readTree(directory.resolve("summary.json").toFile());
    assertThat(summary.path("complete").asBoolean()).isTrue();
    assertThat(summary.path("traces").path(0).path("sha256").asText()).hasSize(64);
    assertThat(summary.path("verdicts").path(0).path("holmP").isNumber()).isTrue();
  }

  @Test
  void scoresShiftAndChaosApart() throws IOException {
    ComparisonResult result = new Comparison(plan(1L), line -> {}, () -> false).run(r -> {});
    result.write(directory);
    List<String> rows = Files.readAllLines(directory.resolve("shifts.csv"));
    // The two tuned rules and the trained one, under each shift.
    assertThat(rows).hasSize(1 + 3 * Shift.values().length);
    TraceOutcome outcome = result.outcomes().get(0);
    double usual = late(outcome.rows().stream(), "tuned");
    double slowed =
        late(
            outcome.shifts().stream()
                .filter(r -> r.shift() == Shift.SLOW_SERVICE)
                .map(ShiftRow::run),
            "tuned");
    assertThat(slowed).isGreaterThan(usual);
  }

  private static double late(Stream<RunRow> rows, String form) {
    return rows.filter(r -> r.entrant().form().equals(form))
        .mapToDouble(r -> r.result().latency().p95Ms())
        .average()
        .orElseThrow();
  }

  @Test
  void cancelledItKeepsWhatIsDoneAndSaysSo() throws IOException {
    List<String> said = new ArrayList<>();
    boolean[] enough = {false};
    ComparisonResult partial =
        new Comparison(plan(1L), said::add, () -> enough[0])
            .run(
                done -> {
                  enough[0] = true;
                });
    assertThat(partial.whole()).isFalse();
    assertThat(partial.csv().lines().count()).isGreaterThan(1);
    partial.write(directory);
    assertThat(Files.readString(directory.resolve("summary.json")))
        .contains("\"complete\" : false");
  }

  @Test
  void addsUpEachPolicyOverAllTraces() throws IOException {
    Path quiet = Files.write(directory.resolve("quiet.txt"), Collections.nCopies(300, "60"));
    Plan plan = plan(List.of(trace(), TraceFile.read(quiet)), List.of(1L));
    ComparisonResult result = new Comparison(plan, line -> {}, () -> false).run(r -> {});
    List<Overall> all = Overall.of(result.outcomes());
    assertThat(all).extracting(Overall::label).contains("hpa oracle", "static-max static");
    assertThat(all).allMatch(o -> o.standings().size() == 2);
    assertThat(all).isSortedAccordingTo(Comparator.comparing(o -> -o.kept()));
    Overall most =
        all.stream().filter(o -> o.label().equals("static-max static")).findFirst().orElseThrow();
    assertThat(most.sloMet()).isTrue();
    // Six replicas, all the time.
    assertThat(most.paidReplicaSeconds()).isCloseTo(2 * 300 * 6, withPercentage(10));
    result.write(directory);
    assertThat(Files.readString(directory.resolve("report.html"))).contains("All traces");
    JsonNode summary = new ObjectMapper().readTree(directory.resolve("summary.json").toFile());
    assertThat(summary.path("overall").path(0).path("tracesWithinSlo").asInt()).isEqualTo(2);
  }

  @Test
  void refusesTheSameTraceTwice() throws IOException {
    TraceFile trace = trace();
    assertThatThrownBy(() -> plan(List.of(trace, trace), List.of(1L)))
        .hasMessageContaining("each trace may be there once");
  }

  private Plan plan(Long... replays) throws IOException {
    return plan(List.of(trace()), List.of(replays));
  }

  private Plan plan(List<TraceFile> tests, List<Long> replays) {
    return new Plan(
        tests,
        List.of(tests.get(0)),
        List.of("hpa", "keda", "static-max"),
        List.of(LEARNED),
        List.of(LEARNED.turned("another rule", s -> new FixedPolicy(FixedSettings.max()))),
        replays,
        3,
        SERVICE,
        TwinParameters.standard(),
        Cooldowns.standard().guardrails(),
        Playback.standard(),
        1,
        "./libra compare …");
  }

  /** Five minutes, with a step up and down. */
  private TraceFile trace() throws IOException {
    Path file = directory.resolve("steps.txt");
    Files.write(
        file, IntStream.range(0, 300).mapToObj(s -> s > 100 && s < 200 ? "120" : "40").toList());
    return TraceFile.read(file);
  }
}
