package dev.libra.ui.decisions;

import dev.libra.policy.Proposal;
import dev.libra.ui.component.Format;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers behind a proposal; a learned policy's apart: its actions, what mattered, and the
 * reward that it expected.
 */
final class Terms {
  private static final Pattern CALL = Pattern.compile("(p|Q|matters|expects)\\((.+)\\)");
  private static final int MOST_FEATURES = 5;

  private Terms() {}

  static Map<String, String> of(Proposal proposal) {
    Map<String, String> texts = new LinkedHashMap<>();
    put(texts, "Probabilities", highest(proposal, "p"));
    put(texts, "Q-values", highest(proposal, "Q"));
    put(texts, "Mattered most", highest(proposal, "matters").limit(MOST_FEATURES));
    put(texts, "Expected reward", lowest(proposal, "expects"));
    put(texts, "Terms", proposal.terms().entrySet().stream().filter(named(CALL).negate()));
    return texts;
  }

  private static Stream<Map.Entry<String, Double>> highest(Proposal proposal, String kind) {
    return of(proposal, kind).sorted(Map.Entry.<String, Double>comparingByValue().reversed());
  }

  /** The dearest first, where all are penalties. */
  private static Stream<Map.Entry<String, Double>> lowest(Proposal proposal, String kind) {
    return of(proposal, kind).sorted(Map.Entry.comparingByValue());
  }

  private static Stream<Map.Entry<String, Double>> of(Proposal proposal, String kind) {
    return proposal.terms().entrySet().stream().filter(e -> e.getKey().startsWith(kind + "("));
  }

  private static Predicate<Map.Entry<String, Double>> named(Pattern pattern) {
    return e -> pattern.matcher(e.getKey()).matches();
  }

  private static void put(
      Map<String, String> texts, String name, Stream<Map.Entry<String, Double>> terms) {
    String text =
        terms
            .map(e -> shortened(e.getKey()) + " " + Format.number(e.getValue()))
            .collect(Collectors.joining(", "));
    if (!text.isEmpty()) {
      texts.put(name, text);
    }
  }

  private static String shortened(String term) {
    Matcher call = CALL.matcher(term);
    return call.matches() ? call.group(2) : term;
  }
}
