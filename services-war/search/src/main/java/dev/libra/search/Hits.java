package dev.libra.search;

import java.util.List;

/**
 * What a search found.
 *
 * @param total products that match, of which the best are listed; at least so many if above 1000
 */
public record Hits(long total, List<Hit> hits) {

  public Hits {
    hits = List.copyOf(hits);
    if (total < hits.size()) {
      throw new IllegalArgumentException(
          "total must be at least the " + hits.size() + " hits, was: " + total);
    }
  }

  /** A product by its number and how well it matches. */
  public record Hit(int product, double score) {}
}
