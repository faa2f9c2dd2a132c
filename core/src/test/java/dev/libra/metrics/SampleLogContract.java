package dev.libra.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.TestData;
import dev.libra.fleet.ReplicaState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every {@link SampleLog} keeps to. */
public abstract class SampleLogContract {
  private static final Instant T0 = TestData.START;

  /** An empty log. */
  protected abstract SampleLog log();

  @Test
  void givesBackWhatWasAppended() {
    SampleLog log = log();
    Sample sample =
        TestData.sample(
            "search", T0, TestData.replica("search-1", ReplicaState.READY, 0.5, T0.minusMillis(5)));
    log.append(sample);
    assertThat(await(() -> log.query("search", T0, 10), 1)).containsExactly(sample);
  }

  @Test
  void answersNewestFirstAndAtMostTheLimit() {
    SampleLog log = log();
    for (int i = 0; i < 5; i++) {
      log.append(TestData.sample("search", T0.plusSeconds(i)));
    }
    await(() -> log.query("search", T0, 10), 5);
    assertThat(log.query("search", T0, 2))
        .extracting(Sample::at)
        .containsExactly(T0.plusSeconds(4), T0.plusSeconds(3));
  }

  @Test
  void leavesOutOtherServicesAndEarlierSamples() {
    SampleLog log = log();
    log.append(TestData.sample("search", T0));
    log.append(TestData.sample("search", T0.plusSeconds(2)));
    log.append(TestData.sample("payment", T0.plusSeconds(2)));
    await(() -> log.query("payment", T0, 10), 1);
    assertThat(log.query("search", T0.plusSeconds(1), 10))
        .extracting(Sample::service, Sample::at)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("search", T0.plusSeconds(2)));
    assertThat(log.query("auth", T0, 10)).isEmpty();
  }

  @Test
  void tellsFollowersUntilTheyLeave() {
    SampleLog log = log();
    List<Sample> heard = new ArrayList<>();
    Subscription subscription = log.follow(heard::add);
    Sample first = TestData.sample("search", T0);
    log.append(first);
    subscription.close();
    subscription.close();
    log.append(TestData.sample("search", T0.plusSeconds(2)));
    assertThat(heard).containsExactly(first);
  }

  @Test
  void survivesAFollowerThatThrows() {
    SampleLog log = log();
    List<Sample> heard = new ArrayList<>();
    log.follow(
        s -> {
          throw new IllegalStateException("on purpose");
        });
    log.follow(heard::add);
    log.append(TestData.sample("search", T0));
    assertThat(heard).hasSize(1);
  }

  /** Asks again until so many are there: a log may write behind. */
  private static <T> List<T> await(Supplier<List<T>> query, int count) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    List<T> found = query.get();
    while (found.size() < count && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      found = query.get();
    }
    return found;
  }
}
