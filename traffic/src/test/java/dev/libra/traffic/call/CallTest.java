package dev.libra.traffic.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {

  @ParameterizedTest
  @ValueSource(strings = {"/a b", "/a\r\nHost: other", "/ä", "/a\u0000"})
  void aPathCannotSmuggleAnotherRequest(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Call("search", "GET", path, null, null, null, 0))
        .withMessageContaining("path must be visible ASCII");
  }

  @Test
  void theFirstRankIsTwiceAsPopularAsTheSecond() {
    Zipf zipf = new Zipf(100, 1);
    Random random = new Random(1);
    int[] ranks = IntStream.range(0, 100_000).map(i -> zipf.draw(random)).toArray();
    double first = IntStream.of(ranks).filter(rank -> rank == 0).count();
    double second = IntStream.of(ranks).filter(rank -> rank == 1).count();
    assertThat(first / second).isCloseTo(2, within(0.1));
    assertThat(IntStream.of(ranks)).allMatch(rank -> rank >= 0 && rank < 100);
  }

  @Test
  void productsAreNamedByFiveDigits() {
    assertThat(ProductIds.of(42)).isEqualTo("p00042");
    assertThat(ProductIds.of(49_999)).isEqualTo("p49999");
  }
}
