package dev.libra.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.catalogue.Catalogue;
import dev.libra.catalogue.Product;
import dev.libra.search.Hits;
import dev.libra.search.Hits.Hit;
import dev.libra.search.Mode;
import dev.libra.search.ProductIndex;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The index that the build has packed, as a replica opens it. */
class LuceneIndexTest {
  private static final Catalogue CATALOGUE = new Catalogue();
  private static ProductIndex index;

  @BeforeContainer
  static void open() {
    index = LuceneIndexes.open(Path.of("target", "test-cache"));
  }

  @AfterContainer
  static void close() {
    LuceneIndexes.close(index);
  }

  @Example
  void holdsTheWholeCatalogue() {
    assertThat(((LuceneIndex) index).size()).isEqualTo(Catalogue.SIZE);
  }

  @Example
  void findsAProductByItsFullNameFirst() {
    for (int number : List.of(0, 4_711, 31_415, 59_999)) {
      Product product = CATALOGUE.product(number);

      Hits hits = index.search(product.name(), Mode.TERMS, 5);

      assertThat(hits.hits().get(0).product()).as(product.name()).isEqualTo(number);
    }
  }

  @Example
  void prefersTheNameToTheDescription() {
    assertThat(index.search("kestrel tent", Mode.TERMS, 10).hits())
        .allMatch(hit -> name(hit).contains("Kestrel") && name(hit).contains("tent"));
  }

  @Example
  void findsAMistypedWordOnlyInFuzzyMode() {
    assertThat(index.search("turntabel", Mode.TERMS, 10).total()).isZero();
    assertThat(index.search("turntabel", Mode.FUZZY, 10).hits())
        .isNotEmpty()
        .allMatch(hit -> name(hit).contains("turntable"));
  }

  @Example
  void findsBeginningsOnlyInPrefixMode() {
    assertThat(index.search("chandel", Mode.TERMS, 10).total()).isZero();
    assertThat(index.search("chandel", Mode.PREFIX, 10).hits())
        .isNotEmpty()
        .allMatch(hit -> name(hit).contains("chandelier"));
  }

  @Example
  void ranksTheBestFirstAndTellsTheTotal() {
    Hits hits = index.search("wool sweater", Mode.TERMS, 20);

    assertThat(hits.hits()).hasSize(20);
    assertThat(hits.hits().stream().map(hit -> -hit.score())).isSorted();
    assertThat(hits.total()).isGreaterThan(1_000);
    long tents = catalogueCount("tent");
    assertThat(index.search("tent", Mode.TERMS, 1).total()).isEqualTo(tents);
  }

  @Example
  void findsNothingForTextWithoutWords() {
    assertThat(index.search("?! ( ~* \"", Mode.TERMS, 10)).isEqualTo(new Hits(0, List.of()));
  }

  @Property(tries = 300)
  void answersWhateverIsTyped(@ForAll("typed") String text, @ForAll Mode mode) {
    Hits hits = index.search(text, mode, 3);

    assertThat(hits.hits().size()).isEqualTo((int) Math.min(3, hits.total()));
  }

  @Provide
  Arbitrary<String> typed() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMinLength(1).ofMaxLength(200),
        Arbitraries.strings()
            .withChars("ab *?~^:\\\"()[]{}+-!&|/<>=@#")
            .ofMinLength(1)
            .ofMaxLength(200),
        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(200));
  }

  private static long catalogueCount(String word) {
    return CATALOGUE
        .products()
        .filter(
            p ->
                List.of(p.name().split(" ")).contains(word)
                    || p.description().contains(" " + word + " "))
        .count();
  }

  private static String name(Hit hit) {
    return CATALOGUE.product(hit.product()).name();
  }
}
