package dev.libra.simulator.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.policy.fixed.FixedPolicy;
import dev.libra.policy.fixed.FixedSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RandomSearchTest {
  private static final Rule RULE =
      new Rule(
          "hill",
          List.of(Dimension.linear("x", 0, 10), Dimension.log("y", 0.01, 100)),
          0,
          List.of(9.0, 50.0),
          point -> new FixedPolicy(FixedSettings.min()));

  /** Cheapest at x = 3, y = 1. */
  private static final Function<double[], Score> HILL =
      p -> new Score(0, 0, Math.pow(p[0] - 3, 2) + Math.pow(Math.log(p[1]), 2));

  @Test
  void comesCloseToTheBestPoint() {
    RandomSearch.Best best = new RandomSearch(200, 1).run(RULE, HILL, () -> false);
    assertThat(best.point()[0]).isCloseTo(3, within(0.5));
    assertThat(best.point()[1]).isBetween(0.5, 2.0);
  }

  @Test
  void triesTheStockPointFirstAndNoMoreThanItsBudget() {
    List<double[]> tried = new ArrayList<>();
    new RandomSearch(5, 1)
        .run(
            RULE,
            p -> {
              tried.add(p);
              return HILL.apply(p);
            },
            () -> false);
    assertThat(tried).hasSize(5);
    assertThat(tried.get(0)).containsExactly(9, 50);
  }

  @Test
  void theSloComesBeforeTheCost() {
    Score dear = new Score(0, 0, 100);
    Score broken = new Score(1, 0.1, 1);
    Score worse = new Score(1, 0.2, 0.5);
    assertThat(dear).isLessThan(broken);
    assertThat(broken).isLessThan(worse);
    assertThat(new Score(0, 0.3, 1)).isLessThan(new Score(0, 0, 2));
  }

  @Test
  void endsEarlyWhenCancelled() {
    AtomicInteger tried = new AtomicInteger();
    new RandomSearch(100, 1)
        .run(
            RULE,
            p -> {
              tried.incrementAndGet();
              return HILL.apply(p);
            },
            () -> true);
    assertThat(tried).hasValue(1);
  }

  @Property
  void everyValueHasItsShare(@ForAll @DoubleRange(min = 0, max = 1) double share) {
    for (Dimension dimension : RULE.dimensions()) {
      assertThat(dimension.share(dimension.at(share))).isCloseTo(share, within(1e-9));
    }
  }
}
