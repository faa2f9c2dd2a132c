package dev.libra.traffic.call;

import java.util.List;
import java.util.random.RandomGenerator;

/** What users type into the search field; the first words are the most popular. */
final class SearchWords {
  private static final List<String> WORDS =
      List.of(
          ("headphones laptop camera jacket backpack shoes lamp chair keyboard tent guitar kettle"
                  + " knife puzzle bottle watch desk lens stove speaker mug sofa skis drill novel"
                  + " blender rope monitor scarf violin helmet shelf grinder torch notebook kite"
                  + " saddle lantern piano gloves router stool shovel compass aquarium hammer atlas"
                  + " tripod whisk sled doll planter anchor leash stapler espresso hammock drum"
                  + " quality light strong simple durable classic compact travel smart wood steel"
                  + " leather cotton portable premium modern handmade washable folding certified")
              .split(" "));
  private static final int MAX_TERMS = 4;

  private final Zipf ranks;

  /**
   * @param zipf exponent of the words' popularity
   */
  SearchWords(double zipf) {
    ranks = new Zipf(WORDS.size(), zipf);
  }

  /** One to four words. */
  String some(RandomGenerator random) {
    StringBuilder query = new StringBuilder(one(random));
    for (int terms = 1; terms < MAX_TERMS && random.nextInt(3) == 0; terms++) {
      query.append('+').append(one(random));
    }
    return query.toString();
  }

  /** A word's first letters. */
  String beginning(RandomGenerator random) {
    String word = one(random);
    return word.substring(0, Math.min(word.length(), 3 + random.nextInt(2)));
  }

  /** A word with one letter wrong. */
  String misspelt(RandomGenerator random) {
    char[] word = one(random).toCharArray();
    word[1 + random.nextInt(word.length - 1)] = (char) ('a' + random.nextInt(26));
    return new String(word);
  }

  private String one(RandomGenerator random) {
    return WORDS.get(ranks.draw(random));
  }
}
