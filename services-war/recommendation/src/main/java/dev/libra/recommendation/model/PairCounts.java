package dev.libra.recommendation.model;

import java.util.Arrays;

/**
 * Counts how often two products were in one basket. A pair is kept as one number, in order, and
 * counting is sorting: a hash map of millions of pairs would need many times the memory.
 */
final class PairCounts {
  private final int products;
  private final int[] baskets;
  private long[] pairs = new long[1 << 20];
  private int size;

  PairCounts(int products) {
    this.products = products;
    this.baskets = new int[products];
  }

  /** Adds a basket; a product counts once, however many of it were bought. */
  void add(int[] basket) {
    int[] distinct = Arrays.stream(basket).sorted().distinct().toArray();
    for (int i = 0; i < distinct.length; i++) {
      baskets[distinct[i]]++;
      for (int j = i + 1; j < distinct.length; j++) {
        add((long) distinct[i] * products + distinct[j]);
      }
    }
  }

  int basketsWith(int product) {
    return baskets[product];
  }

  /** Receives each pair once, the smaller number first. */
  interface Visitor {
    void visit(int product, int other, int together);
  }

  void forEach(Visitor visitor) {
    Arrays.sort(pairs, 0, size);
    for (int from = 0, to; from < size; from = to) {
      to = from;
      while (to < size && pairs[to] == pairs[from]) {
        to++;
      }
      visitor.visit((int) (pairs[from] / products), (int) (pairs[from] % products), to - from);
    }
  }

  private void add(long pair) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * size);
    }
    pairs[size++] = pair;
  }
}
