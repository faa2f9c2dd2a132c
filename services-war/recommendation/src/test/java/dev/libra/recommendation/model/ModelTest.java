package dev.libra.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.catalogue.Catalogue;
import dev.libra.recommendation.CoOccurrence;
import dev.libra.recommendation.Suggestion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelTest {
  private final CoOccurrence model = Models.packed();

  @Test
  void countsABasketOnceHoweverManyOfAProductAreInIt() {
    PairCounts counts = new PairCounts(4);
    counts.add(new int[] {2, 1, 2, 1});
    counts.add(new int[] {1, 2});
    counts.add(new int[] {3, 1});

    assertThat(counts.basketsWith(1)).isEqualTo(3);
    List<List<Suggestion>> neighbours = ModelBuilder.neighbours(counts, 4);
    assertThat(neighbours.get(1)).containsExactly(new Suggestion(2, Cosine.score(2, 3, 2)));
    assertThat(neighbours.get(2)).containsExactly(new Suggestion(1, Cosine.score(2, 3, 2)));
    assertThat(neighbours.get(3)).isEmpty();
  }

  @Test
  void readsWhatItHasWritten() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PackedModel.write(
        List.of(List.of(new Suggestion(1, 0.5), new Suggestion(2, 0.25)), List.of(), List.of()),
        new DataOutputStream(bytes));

    PackedModel read =
        PackedModel.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(read.size()).isEqualTo(3);
    assertThat(read.with(0)).containsExactly(new Suggestion(1, 0.5), new Suggestion(2, 0.25));
    assertThat(read.with(2)).isEmpty();
  }

  @Test
  void knowsMuchOfPopularProductsAndLittleOfManyOthers() {
    assertThat(model.with(0)).hasSize(ModelBuilder.NEIGHBOURS);
    assertThat(shareWithFewerThan(10)).isBetween(0.2, 0.4);
  }

  @Test
  void ranksTheBestFirstAndNeverTheProductItself() {
    for (int product = 0; product < Catalogue.SIZE; product += 97) {
      int self = product;
      List<Suggestion> suggestions = model.with(product);
      assertThat(suggestions.stream().map(s -> -s.score())).isSorted();
      assertThat(suggestions).noneMatch(s -> s.product() == self);
      assertThat(suggestions.stream().map(Suggestion::product)).doesNotHaveDuplicates();
    }
  }

  @Test
  void mostlyStaysWithinTheCategory() {
    Catalogue catalogue = new Catalogue();
    String category = catalogue.product(0).category();

    long alike =
        model.with(0).stream()
            .filter(s -> catalogue.product(s.product()).category().equals(category))
            .count();

    assertThat(alike).isGreaterThan(ModelBuilder.NEIGHBOURS * 3 / 4);
  }

  @Test
  void scoresAPairTheSameFromBothSides() {
    for (int product = 0; product < 2_000; product++) {
      for (Suggestion suggestion : model.with(product)) {
        int self = product;
        model.with(suggestion.product()).stream()
            .filter(back -> back.product() == self)
            .forEach(back -> assertThat(back.score()).isEqualTo(suggestion.score()));
      }
    }
  }

  private double shareWithFewerThan(int neighbours) {
    return IntStream.range(0, Catalogue.SIZE)
            .filter(product -> model.with(product).size() < neighbours)
            .count()
        / (double) Catalogue.SIZE;
  }
}
