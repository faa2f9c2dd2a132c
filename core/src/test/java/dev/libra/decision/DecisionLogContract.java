package dev.libra.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.TestData;
import dev.libra.metrics.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every {@link DecisionLog} keeps to. */
public abstract class DecisionLogContract {
  private static final Instant T0 = TestData.START;

  /** An empty log. */
  protected abstract DecisionLog log();

  @Test
  void givesBackEverythingOfADecision() {
    DecisionLog log = log();
    Decision decision = TestData.decision("search", T0, 1, 3);
    log.append(decision);
    assertThat(await(() -> log.query(DecisionQuery.latest(10)), found -> found.size() == 1))
        .containsExactly(decision);
  }

  @Test
  void keepsADecisionWithoutASample() {
    DecisionLog log = log();
    Decision full = TestData.decision("search", T0, 1, 1);
    Decision blind =
        new Decision(
            T0,
            "search",
            full.policy(),
            "active",
            null,
            null,
            full.proposal(),
            List.of(),
            List.of(),
            1,
            1,
            5,
            null);
    log.append(blind);
    assertThat(await(() -> log.query(DecisionQuery.latest(10)), found -> found.size() == 1))
        .containsExactly(blind);
  }

  @Test
  void keepsWhatOthersWouldHaveWishedFor() {
    DecisionLog log = log();
    Decision decision = TestData.decisionWithOpinion("search", T0, 2);
    log.append(decision);
    assertThat(await(() -> log.query(DecisionQuery.latest(10)), found -> found.size() == 1))
        .containsExactly(decision);
    assertThat(decision.sentence()).endsWith("; candidate ppo wished for 3");
  }

  @Test
  void answersNewestFirstFilteredAndPaged() {
    DecisionLog log = log();
    for (int i = 0; i < 4; i++) {
      log.append(TestData.decision("search", T0.plusSeconds(2L * i), 1, 1 + i % 2));
      log.append(TestData.decision("payment", T0.plusSeconds(2L * i), 1, 1));
    }
    await(() -> log.query(DecisionQuery.latest(100)), found -> found.size() == 8);
    assertThat(log.query(new DecisionQuery("search", null, false, 2)))
        .extracting(Decision::at)
        .containsExactly(T0.plusSeconds(6), T0.plusSeconds(4));
    assertThat(log.query(new DecisionQuery("search", T0.plusSeconds(6), true, 10)))
        .extracting(Decision::at)
        .containsExactly(T0.plusSeconds(2));
    assertThat(log.query(new DecisionQuery("auth", null, false, 10))).isEmpty();
  }

  @Test
  void theSameDecisionTwiceIsOneDecision() {
    DecisionLog log = log();
    Decision decision = TestData.decision("search", T0, 1, 3);
    log.append(decision);
    log.append(decision);
    log.append(TestData.decision("search", T0.plusSeconds(2), 3, 3));
    assertThat(await(() -> log.query(DecisionQuery.latest(10)), found -> found.size() == 2))
        .extracting(Decision::at)
        .containsExactly(T0.plusSeconds(2), T0);
  }

  @Test
  void addsAnOutcomeLater() {
    DecisionLog log = log();
    Decision decision = TestData.decision("search", T0, 1, 3);
    Outcome outcome = new Outcome(T0.plusSeconds(9), 80);
    log.append(decision);
    log.settle(decision.id(), outcome);
    log.settle("search-0", outcome);
    List<Decision> found =
        await(
            () -> log.query(DecisionQuery.latest(10)),
            list -> list.size() == 1 && list.get(0).outcome() != null);
    assertThat(found).containsExactly(decision.withOutcome(outcome));
  }

  @Test
  void tellsFollowersUntilTheyLeave() {
    DecisionLog log = log();
    List<Decision> heard = new ArrayList<>();
    Subscription subscription = log.follow(heard::add);
    Decision first = TestData.decision("search", T0, 1, 3);
    log.append(first);
    subscription.close();
    log.append(TestData.decision("search", T0.plusSeconds(2), 3, 3));
    assertThat(heard).containsExactly(first);
  }

  /** Asks again until it holds: a log may write behind. */
  private static <T> List<T> await(Supplier<List<T>> query, Predicate<List<T>> until) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    List<T> found = query.get();
    while (!until.test(found) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      found = query.get();
    }
    return found;
  }
}
