package dev.libra.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The configuration keys there are: those that docs/configuration.md documents. */
final class KnownKeys {
  private static final Pattern ROW = Pattern.compile("^\\|\\s*`(libra\\.[^`]+)`.*");

  private final Set<String> keys;

  private KnownKeys(Set<String> keys) {
    this.keys = keys;
  }

  static KnownKeys documented() {
    try (InputStream page = KnownKeys.class.getResourceAsStream("configuration.md")) {
      return in(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys in the tables of a page; {@code <name>} in a key stands for any word. */
  static KnownKeys in(String page) {
    Set<String> keys = new TreeSet<>();
    page.lines().map(ROW::matcher).filter(Matcher::matches).forEach(m -> keys.add(m.group(1)));
    return new KnownKeys(keys);
  }

  boolean contains(String key) {
    return keys.stream().anyMatch(known -> pattern(known).matcher(comparable(key)).matches());
  }

  /** The documented key that differs least. */
  String closest(String key) {
    return keys.stream()
        .min((a, b) -> Integer.compare(distance(a, key), distance(b, key)))
        .orElseThrow();
  }

  /**
   * An environment variable and its key compare equal: LIBRA_GATEWAY_PORT is libra.gateway.port.
   */
  private static String comparable(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ".");
  }

  private static Pattern pattern(String known) {
    List<String> literal = List.of(known.split("<[^>]+>", -1));
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < literal.size(); i++) {
      regex.append(i == 0 ? "" : "[a-z0-9.]+").append(Pattern.quote(comparable(literal.get(i))));
    }
    return Pattern.compile(regex.toString());
  }

  /** Levenshtein's edit distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
