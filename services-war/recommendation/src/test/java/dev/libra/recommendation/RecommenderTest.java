package dev.libra.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.catalogue.Catalogue;
import dev.libra.catalogue.Product;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecommenderTest {
  private final Product product = new Catalogue().product(7);

  @Test
  void asksForSimilarOnesOnlyWhereTooLittleIsKnown() {
    AtomicInteger asked = new AtomicInteger();
    Recommender recommender =
        new Recommender(
            number -> List.of(new Suggestion(1, 0.9), new Suggestion(2, 0.8)),
            (similar, limit) -> {
              asked.incrementAndGet();
              return List.of();
            });

    assertThat(recommender.recommend(product, 2)).hasSize(2);
    assertThat(asked).hasValue(0);
    assertThat(recommender.recommend(product, 3)).hasSize(2);
    assertThat(asked).hasValue(1);
  }

  @Test
  void putsSimilarOnesAfterThoseBoughtTogetherAndEachOnce() {
    Recommender recommender =
        new Recommender(
            number -> List.of(new Suggestion(1, 0.5)),
            (similar, limit) -> List.of(new Suggestion(1, 1.0), new Suggestion(3, 0.8)));

    assertThat(recommender.recommend(product, 10))
        .containsExactly(new Suggestion(1, 0.5), new Suggestion(3, 0.4));
  }

  @Test
  void neverRecommendsTheProductItself() {
    Recommender recommender =
        new Recommender(
            number -> List.of(), (similar, limit) -> List.of(new Suggestion(product.number(), 1)));

    assertThat(recommender.recommend(product, 10)).isEmpty();
  }
}
