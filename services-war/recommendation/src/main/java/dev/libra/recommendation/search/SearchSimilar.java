package dev.libra.recommendation.search;

import dev.libra.catalogue.Catalogue;
import dev.libra.catalogue.Product;
import dev.libra.recommendation.SimilarProducts;
import dev.libra.recommendation.Suggestion;
import dev.libra.recommendation.search.SearchClient.FoundProduct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Similar is what search finds by a product's own name and category, on behalf of the user who
 * asks.
 */
@ApplicationScoped
public class SearchSimilar implements SimilarProducts {
  private final SearchCalls search;
  private final JsonWebToken caller;

  @Inject
  public SearchSimilar(SearchCalls search, JsonWebToken caller) {
    this.search = search;
    this.caller = caller;
  }

  /** Weld makes its proxies with it. */
  protected SearchSimilar() {
    this(null, null);
  }

  @Override
  public List<Suggestion> to(Product product, int limit) {
    String q = product.name() + " " + product.category();
    // The product itself matches best: one more is asked for than is needed.
    List<FoundProduct> found =
        search.search("Bearer " + caller.getRawToken(), q, limit + 1).products();
    double best = found.stream().mapToDouble(FoundProduct::score).max().orElse(1);
    return found.stream()
        .filter(hit -> !hit.id().equals(product.id()))
        .flatMap(
            hit ->
                Catalogue.numberOf(hit.id()).stream()
                    .mapToObj(number -> new Suggestion(number, hit.score() / best)))
        .limit(limit)
        .toList();
  }
}
