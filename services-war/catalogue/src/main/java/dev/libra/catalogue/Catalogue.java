package dev.libra.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@value #SIZE} products, each a function of the seed and its own number: any of them is made in
 * microseconds when it is asked for, and none is kept.
 */
public final class Catalogue {
  public static final int SIZE = 60_000;

  /** Names the products' bits; whatever is computed from them is kept under it. */
  public static final String VERSION = "1";

  private static final long SEED = 0x11B2A;

  /** Not the generator's own step, or each product would repeat its neighbour's draws. */
  private static final long STRIDE = 0xD1342543DE82EF95L;

  private static final double WORD_EXPONENT = 1.0;

  /** Descriptions have no articles and no prepositions, the words that lead a language. */
  private static final double WORD_SHIFT = 30;

  private static final int MIN_WORDS = 14;
  private static final int MAX_WORDS = 34;
  private static final List<String> MAKERS =
      List.of(
          ("Alder Brisk Cobalt Dovetail Ember Fathom Gable Harbour Inkwell Juniper Kestrel Lumen"
                  + " Meridian Nimbus Osprey Pinnacle Quill Rowan Sable Tundra Umber Verve Willow"
                  + " Yonder Zephyr")
              .split(" "));

  private final Vocabulary vocabulary = Vocabulary.of(SEED);
  private final Zipf ranks = new Zipf(Vocabulary.SIZE, WORD_EXPONENT, WORD_SHIFT);

  public Product product(int number) {
    if (number < 0 || number >= SIZE) {
      throw new IllegalArgumentException(
          "number must be within 0-" + (SIZE - 1) + ", was: " + number);
    }
    Draws draws = new Draws(SEED + STRIDE * (number + 1));
    Category category = Category.ALL.get(categoryOf(number));
    return new Product(
        number,
        id(number),
        name(category, draws),
        category.name(),
        text(draws),
        cents(category, draws));
  }

  /** The product of this id, if there is one. */
  public Optional<Product> find(String id) {
    return numberOf(id).stream().mapToObj(this::product).findFirst();
  }

  public Stream<Product> products() {
    return IntStream.range(0, SIZE).mapToObj(this::product);
  }

  public static String id(int number) {
    return String.format(Locale.ROOT, "p%05d", number);
  }

  /** The number in a well-formed id of this catalogue. */
  public static OptionalInt numberOf(String id) {
    if (id == null || !id.matches("p[0-9]{5}")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(id.substring(1));
    return number < SIZE ? OptionalInt.of(number) : OptionalInt.empty();
  }

  static int categoryOf(int number) {
    return number % Category.ALL.size();
  }

  private String name(Category category, Draws draws) {
    return draws.oneOf(MAKERS)
        + " "
        + vocabulary.word(ranks.draw(draws))
        + " "
        + draws.oneOf(category.things())
        + " "
        + (char) ('A' + draws.below(26))
        + (100 + draws.below(900));
  }

  private String text(Draws draws) {
    StringJoiner text = new StringJoiner(" ", "", ".");
    int words = MIN_WORDS + draws.below(MAX_WORDS - MIN_WORDS + 1);
    for (int i = 0; i < words; i++) {
      text.add(vocabulary.word(ranks.draw(draws)));
    }
    return text.toString();
  }

  /** Cheap things are more common than dear ones. */
  private static int cents(Category category, Draws draws) {
    double share = draws.fraction() * draws.fraction();
    int span = category.maxCents() - category.minCents();
    return category.minCents() + (int) (share * span);
  }
}
