package dev.libra.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private final Catalogue catalogue = new Catalogue();

  /** Another digest means another catalogue: then {@link Catalogue#VERSION} must change too. */
  @Test
  void hasTheSameBitsEveryTimeAndEverywhere() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    catalogue.products().forEach(product -> digest.update(product.toString().getBytes(UTF_8)));

    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo("449630d70e42e0f082b2b5e878ad417c08c1b1d9d640950865f711571b6db27d");
  }

  @Test
  void makesEachProductWithoutTheOthers() {
    List<Product> all = catalogue.products().toList();

    assertThat(all).hasSize(Catalogue.SIZE);
    assertThat(new Catalogue().product(31_415)).isEqualTo(all.get(31_415));
  }

  @Test
  void findsAProductByItsId() {
    assertThat(catalogue.find("p00042")).contains(catalogue.product(42));
  }

  @Test
  void findsNothingUnderAnIdItHasNotGiven() {
    for (String id : new String[] {null, "", "42", "p60000", "p99999", "p000042", "p-0001"}) {
      assertThat(catalogue.find(id)).as("id %s", id).isEmpty();
    }
  }

  @Test
  void refusesANumberOutsideIt() {
    assertThatThrownBy(() -> catalogue.product(Catalogue.SIZE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0-59999, was: 60000");
  }

  @Test
  void givesNeighboursTextsOfTheirOwn() {
    long texts = catalogue.products().limit(1_000).map(Product::description).distinct().count();

    assertThat(texts).isEqualTo(1_000);
  }

  @Test
  void usesFewWordsOftenAndManySeldom() {
    assertThat(productsWith("quality")).isBetween(4_000L, 9_000L);
    assertThat(productsWith(Vocabulary.of(0x11B2A).word(Vocabulary.SIZE - 1))).isBetween(1L, 100L);
  }

  private long productsWith(String word) {
    return catalogue.products().filter(product -> product.description().contains(word)).count();
  }
}
