package dev.libra.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words of descriptions, by rank: everyday ones first, then a long tail of made-up ones. */
final class Vocabulary {
  static final int SIZE = 12_000;
  private static final List<String> EVERYDAY =
      List.of(
          ("quality light strong simple design everyday comfort durable home classic compact"
                  + " travel smart natural outdoor premium modern quiet soft warm cool reliable"
                  + " handmade portable water proof battery steel wood leather cotton bamboo glass"
                  + " ceramic aluminium copper linen wool carbon rubber silk paper stone family"
                  + " children studio workshop journey weekend morning evening summer autumn gift"
                  + " balance grip edge frame handle cover surface pocket cable charge signal sound"
                  + " colour finish texture weight size small large slim round square folding"
                  + " adjustable washable recycled certified original limited edition series")
              .split(" "));
  private static final List<String> ONSETS =
      List.of("b br c d dr f fl g gr h k l m n p pl r s st t tr v w z".split(" "));
  private static final List<String> VOWELS = List.of("a e i o u ai ea io ou".split(" "));
  private static final List<String> CODAS = List.of("l m n r s t nd rk st x".split(" "));

  private final List<String> words;

  private Vocabulary(List<String> words) {
    this.words = List.copyOf(words);
  }

  static Vocabulary of(long seed) {
    Draws draws = new Draws(seed);
    Set<String> words = new LinkedHashSet<>(EVERYDAY);
    while (words.size() < SIZE) {
      words.add(madeUp(draws));
    }
    return new Vocabulary(new ArrayList<>(words));
  }

  String word(int rank) {
    return words.get(rank);
  }

  private static String madeUp(Draws draws) {
    StringBuilder word = new StringBuilder();
    int syllables = 2 + draws.below(2);
    for (int i = 0; i < syllables; i++) {
      word.append(draws.oneOf(ONSETS)).append(draws.oneOf(VOWELS));
    }
    return word.append(draws.oneOf(CODAS)).toString();
  }
}
