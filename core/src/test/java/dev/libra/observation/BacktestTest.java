package dev.libra.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.TestData;
import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class BacktestTest {
  private static final ServiceSpec SERVICE = TestData.service("search", 1, 6);

  /** 8 places of a replica serve 100 requests/s. */
  private static final double SECONDS = 0.08;

  private static final double CHEAP = 2;
  private static final double DEAR = 40;

  @Test
  void saysNothingInTheFirstMinute() {
    assertThat(advice(after(58, s -> 250), 1, DEAR)).isEqualTo(Advice.none(1));
    assertThat(advice(after(60, s -> 250), 1, DEAR)).isNotEqualTo(Advice.none(1));
  }

  @Test
  void takesTheFewestThatAreNotLateOnSteadyLoad() {
    Advice advice = advice(after(600, s -> 250), 3, DEAR);
    assertThat(advice.wanted()).isEqualTo(3);
    assertThat(advice.same()).isZero();
    assertThat(advice.fewer()).isPositive();
    assertThat(advice.more()).isPositive();
  }

  @Test
  void holdsThroughALullWhereLatenessIsDear() {
    // A burst of half a minute in each two minutes; now is a lull.
    IntToDoubleFunction bursts = s -> s % 120 < 30 ? 450 : 50;
    Backtest backtest = after(1790, bursts);
    assertThat(advice(backtest, 1, DEAR).wanted()).isGreaterThanOrEqualTo(5);
    assertThat(advice(backtest, 1, 0.1).wanted()).isLessThanOrEqualTo(2);
  }

  @Test
  void hasNoRuleForMoreThanTheMost() {
    assertThat(advice(after(300, s -> 250), 6, CHEAP).more()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Property(tries = 30)
  void oneOfTheThreeIsTheBest(
      @ForAll @DoubleRange(min = 1, max = 600) double mean,
      @ForAll @DoubleRange(min = 0.1, max = 100) double price,
      @ForAll long seed) {
    Random random = new Random(seed);
    Backtest backtest = after(300, s -> mean * (0.5 + random.nextDouble()));
    for (Advice advice : backtest.advice(3, price)) {
      assertThat(advice.wanted()).isBetween(1, 6);
      double best = advice.wanted() < 3 ? advice.fewer() : advice.same();
      assertThat(advice.wanted() > 3 ? advice.more() : best).isZero();
      assertThat(List.of(advice.fewer(), advice.same(), advice.more())).allMatch(d -> d >= 0);
    }
  }

  private static Advice advice(Backtest backtest, int desired, double price) {
    return backtest.advice(desired, price).get(1);
  }

  private static Backtest after(int seconds, IntToDoubleFunction load) {
    Backtest backtest = new Backtest(1, Duration.ofMinutes(5), Duration.ofMinutes(30));
    for (int s = 0; s <= seconds; s += 2) {
      Instant now = TestData.START.plusSeconds(s);
      Sample sample = TestData.sample("search", now);
      double rate = load.applyAsDouble(s);
      backtest.add(
          new Observation(SERVICE, sample, Duration.ofSeconds(1), 3, now),
          rate,
          new double[] {rate},
          SECONDS,
          s == 0 ? 0 : 2);
    }
    return backtest;
  }
}
