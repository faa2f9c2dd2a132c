package dev.libra.recommendation;

import dev.libra.catalogue.Product;
import java.util.List;

/** Products that resemble one, for those of which too little is known. */
public interface SimilarProducts {

  /** The most similar first, without the product itself; none if they cannot be found out now. */
  List<Suggestion> to(Product product, int limit);
}
