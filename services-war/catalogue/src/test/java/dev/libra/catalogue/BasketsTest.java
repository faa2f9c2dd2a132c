package dev.libra.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BasketsTest {
  private final Baskets baskets = new Baskets();

  @Test
  void areTheSameEveryTime() {
    assertThat(digest(new Baskets())).isEqualTo(digest(baskets)).isEqualTo(1761597695);
  }

  @Test
  void holdTwoToEightProductsOfTheCatalogue() {
    AtomicInteger count = new AtomicInteger();
    baskets.forEach(
        basket -> {
          count.incrementAndGet();
          assertThat(basket.length).isBetween(2, 8);
          assertThat(Arrays.stream(basket).allMatch(n -> n >= 0 && n < Catalogue.SIZE)).isTrue();
        });

    assertThat(count).hasValue(Baskets.COUNT);
  }

  @Test
  void mostlyStayWithinOneCategory() {
    AtomicInteger alike = new AtomicInteger();
    baskets.forEach(
        basket -> {
          if (Catalogue.categoryOf(basket[0]) == Catalogue.categoryOf(basket[1])) {
            alike.incrementAndGet();
          }
        });

    assertThat(alike.get()).isBetween(Baskets.COUNT * 7 / 10, Baskets.COUNT * 9 / 10);
  }

  private static int digest(Baskets baskets) {
    int[] digest = {1};
    baskets.forEach(basket -> digest[0] = 31 * digest[0] + Arrays.hashCode(basket));
    return digest[0];
  }
}
