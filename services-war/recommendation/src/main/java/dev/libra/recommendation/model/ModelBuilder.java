package dev.libra.recommendation.model;

import dev.libra.catalogue.Baskets;
import dev.libra.catalogue.Catalogue;
import dev.libra.recommendation.Suggestion;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the model from all baskets at build time. */
public final class ModelBuilder {
  static final int NEIGHBOURS = 20;

  private static final Comparator<Suggestion> BEST_FIRST =
      Comparator.comparingDouble(Suggestion::score)
          .reversed()
          .thenComparingInt(Suggestion::product);

  private ModelBuilder() {}

  /** Takes the file's path. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.getParent());
    PairCounts counts = new PairCounts(Catalogue.SIZE);
    new Baskets().forEach(counts::add);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      PackedModel.write(neighbours(counts, Catalogue.SIZE), out);
    }
  }

  /** For each product its best neighbours, the best first. */
  static List<List<Suggestion>> neighbours(PairCounts counts, int products) {
    List<List<Suggestion>> all = new ArrayList<>(products);
    for (int i = 0; i < products; i++) {
      all.add(new ArrayList<>(0));
    }
    counts.forEach(
        (product, other, together) -> {
          double score =
              Cosine.score(together, counts.basketsWith(product), counts.basketsWith(other));
          if (score > 0) {
            all.get(product).add(new Suggestion(other, score));
            all.get(other).add(new Suggestion(product, score));
          }
        });
    all.replaceAll(some -> some.stream().sorted(BEST_FIRST).limit(NEIGHBOURS).toList());
    return all;
  }
}
