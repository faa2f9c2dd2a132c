package dev.libra.decision.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.libra.TestData;
import dev.libra.decision.Decision;
import dev.libra.decision.DecisionLog;
import dev.libra.decision.DecisionLogContract;
import dev.libra.decision.DecisionQuery;
import dev.libra.decision.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoDecisionLogTest extends DecisionLogContract {
  private static final Instant T0 = TestData.START;

  @TempDir Path directory;
  private EmbeddedStore store;
  private final List<MongoDecisions> open = new ArrayList<>();

  @BeforeEach
  void start() {
    store = new EmbeddedStore(directory.resolve("store"));
  }

  @AfterEach
  void end() {
    open.forEach(MongoDecisions::close);
    store.close();
  }

  @Override
  protected DecisionLog log() {
    return open(T0).log();
  }

  @Test
  void findsEverythingAgainAfterARestart() {
    MongoDecisions first = open(T0);
    List<Decision> decisions = decisions(0, 6);
    decisions.forEach(first.log()::append);
    Outcome outcome = new Outcome(T0.plusSeconds(20), 80);
    first.log().settle(decisions.get(1).id(), outcome);
    first.close();
    DecisionLog second = log();
    assertThat(second.query(DecisionQuery.latest(100)))
        .hasSize(6)
        .contains(decisions.get(0), decisions.get(1).withOutcome(outcome));
    assertThat(second.query(new DecisionQuery("search", T0.plusSeconds(8), true, 1)))
        .containsExactly(decisions.get(3));
  }

  @Test
  void losesNothingWhileTheStoreIsAway() {
    List<Decision> decisions = decisions(0, 9);
    MongoDecisions away = open(T0);
    away.log().append(decisions.get(0));
    await().until(() -> stored().size() == 1);
    store.goAway();
    decisions.subList(1, 8).forEach(away.log()::append);
    assertThat(away.log().query(DecisionQuery.latest(100))).hasSize(8);
    await().until(() -> Files.exists(spool()) && Files.readAllLines(spool()).size() == 7);
    store.comeBack();
    away.log().append(decisions.get(8));
    await().until(() -> stored().size() == 9);
    assertThat(stored()).containsExactlyInAnyOrderElementsOf(decisions);
  }

  @Test
  void writesWhatAnEarlierControlLeftInTheSpool() {
    MongoDecisions first = open(T0);
    store.goAway();
    decisions(0, 3).forEach(first.log()::append);
    first.close();
    store.comeBack();
    log();
    await().until(() -> stored().size() == 3);
  }

  @Test
  void deletesWholeHoursThatAreOutdatedAndSingleChanges() {
    Instant kept = T0.plus(Duration.ofHours(1));
    MongoDecisions decisions = open(kept.plus(Duration.ofHours(1)));
    decisions(0, 5).forEach(decisions.log()::append);
    Decision young = TestData.decision("search", kept, 1, 2);
    decisions.log().append(young);
    await().until(() -> stored().size() == 6);
    decisions.deleteOutdated();
    assertThat(stored()).containsExactly(young);
    assertThat(stored(new DecisionQuery(null, null, true, 100))).containsExactly(young);
  }

  private MongoDecisions open(Instant now) {
    DecisionSettings settings =
        new DecisionSettings(store.uri(), "libra", spool(), 1 << 20, Duration.ofHours(1));
    MongoDecisions opened = new MongoDecisions(settings, Clock.fixed(now, ZoneOffset.UTC));
    open.add(opened);
    return opened;
  }

  private Path spool() {
    return directory.resolve("spool").resolve("decisions.jsonl");
  }

  private List<Decision> stored() {
    return stored(DecisionQuery.latest(100));
  }

  private List<Decision> stored(DecisionQuery query) {
    try (DecisionStore reader = new DecisionStore(store.uri(), "libra")) {
      return reader.query(query);
    }
  }

  private static List<Decision> decisions(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> TestData.decision("search", T0.plusSeconds(2L * i), 1, 1 + i % 2))
        .toList();
  }
}
