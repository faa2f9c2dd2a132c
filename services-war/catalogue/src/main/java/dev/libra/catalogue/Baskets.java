package dev.libra.catalogue;

import java.util.function.Consumer;

/**
 * What customers bought together: {@value #COUNT} baskets, the same each time.
 *
 * <p>A basket circles around one <em>taste</em>, a run of products of one category that share their
 * buyers. Popularity follows Zipf's law inside and among tastes: a few products are in hundreds of
 * baskets, and many are in too few to say anything about them.
 */
public final class Baskets {
  public static final int COUNT = 500_000;

  private static final long SEED = 0xBA5CE7;
  private static final int TASTE_SIZE = 25;
  private static final int TASTES = Catalogue.SIZE / TASTE_SIZE;
  private static final double STRAY_SHARE = 0.15;

  private final Zipf taste = new Zipf(TASTES, 0.6, 0);
  private final Zipf within = new Zipf(TASTE_SIZE, 0.8, 0);
  private final int categories = Category.ALL.size();

  /** Hands over each basket as product numbers, which may repeat. */
  public void forEach(Consumer<int[]> consumer) {
    Draws draws = new Draws(SEED);
    for (int i = 0; i < COUNT; i++) {
      int chosen = taste.draw(draws);
      int[] basket = new int[2 + draws.below(7)];
      for (int j = 0; j < basket.length; j++) {
        int from = draws.fraction() < STRAY_SHARE ? taste.draw(draws) : chosen;
        basket[j] = productOf(from, within.draw(draws));
      }
      consumer.accept(basket);
    }
  }

  /** Category is number modulo categories: a taste is a run of such numbers. */
  private int productOf(int taste, int rank) {
    int category = taste % categories;
    int run = taste / categories;
    return (run * TASTE_SIZE + rank) * categories + category;
  }
}
