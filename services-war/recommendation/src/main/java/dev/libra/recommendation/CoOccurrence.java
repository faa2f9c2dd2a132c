package dev.libra.recommendation;

import java.util.List;

/** What was bought together, item to item. */
public interface CoOccurrence {

  /** The best first; few or none for products that were seldom bought. */
  List<Suggestion> with(int product);
}
