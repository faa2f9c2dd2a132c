package dev.libra.cli.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {

  @Test
  void theSloComesBeforeTheCost() {
    assertThat(
            Standing.order(
                List.of(
                    new Standing("void", 0, 0, Double.NaN),
                    new Standing("cheap", 2, 1, 500),
                    new Standing("dear", 2, 2, 1000),
                    new Standing("good", 2, 2, 900))))
        .containsExactly("good", "dear", "cheap", "void");
  }

  @Test
  void tellsTheRanking() {
    assertThat(Standing.ranking(List.of(new Standing("b", 1, 0, 1), new Standing("a", 1, 1, 2))))
        .isEqualTo("1. a, 2. b");
  }
}
