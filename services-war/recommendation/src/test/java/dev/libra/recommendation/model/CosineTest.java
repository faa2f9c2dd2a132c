package dev.libra.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CosineTest {
  @Property
  void isSymmetricAndWithinZeroAndOne(
      @ForAll @IntRange(max = 100_000) int together,
      @ForAll @IntRange(max = 100_000) int more,
      @ForAll @IntRange(max = 100_000) int evenMore) {
    int first = together + more;
    int second = together + evenMore;

    double score = Cosine.score(together, first, second);

    assertThat(score).isBetween(0.0, 1.0).isEqualTo(Cosine.score(together, second, first));
  }

  @Property
  void growsWithWhatTheyHaveInCommon(@ForAll @IntRange(min = 2, max = 999) int together) {
    assertThat(Cosine.score(together + 1, 1_000, 2_000))
        .isGreaterThan(Cosine.score(together, 1_000, 2_000));
  }

  @Example
  void takesOneCommonBasketForChance() {
    assertThat(Cosine.score(1, 1, 1)).isZero();
  }

  @Example
  void prefersManyCommonBasketsToAPerfectPairOfTwo() {
    assertThat(Cosine.score(80, 100, 100)).isGreaterThan(Cosine.score(2, 2, 2));
  }

  @Example
  void refusesMoreInCommonThanThereAre() {
    assertThatThrownBy(() -> Cosine.score(3, 2, 5)).hasMessageContaining("0-2, was: 3");
  }
}
