package dev.libra.recommendation;

import dev.libra.catalogue.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recommends what was bought together with a product and, where that isn't enough, what resembles
 * it. Similar products come after all that were bought together: their scores mean less.
 */
public class Recommender {
  private final CoOccurrence together;
  private final SimilarProducts similar;

  public Recommender(CoOccurrence together, SimilarProducts similar) {
    this.together = together;
    this.similar = similar;
  }

  /** At most so many suggestions, each product once. */
  public List<Suggestion> recommend(Product product, int limit) {
    Map<Integer, Suggestion> suggestions = new LinkedHashMap<>();
    together.with(product.number()).forEach(s -> suggestions.put(s.product(), s));
    if (suggestions.size() < limit) {
      double below = suggestions.values().stream().mapToDouble(Suggestion::score).min().orElse(1);
      similar
          .to(product, limit)
          .forEach(
              s ->
                  suggestions.putIfAbsent(
                      s.product(), new Suggestion(s.product(), s.score() * below)));
    }
    suggestions.remove(product.number());
    return suggestions.values().stream().limit(limit).toList();
  }
}
