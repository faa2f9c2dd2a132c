package dev.libra.gateway.proxy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds a request's route: the one with the longest prefix of whole path segments. */
public final class Router {
  private record Entry(String prefix, Route route) {}

  private final Map<String, List<Entry>> bySegment = new HashMap<>();
  private final List<String> prefixes;

  /**
   * @param routes by prefix, for example {@code /search} or {@code /shop/api}; {@code /} takes what
   *     no other does
   */
  public Router(Map<String, Route> routes) {
    routes.forEach(
        (prefix, route) ->
            bySegment
                .computeIfAbsent(RequestHead.firstSegment(prefix), s -> new ArrayList<>())
                .add(new Entry(prefix.equals("/") ? "" : prefix, route)));
    bySegment
        .values()
        .forEach(entries -> entries.sort(Comparator.comparing(e -> -e.prefix().length())));
    prefixes = routes.keySet().stream().sorted().toList();
  }

  /** The route of a target, or null. */
  public Route route(String target) {
    Route found = among(bySegment.get(RequestHead.firstSegment(target)), target);
    return found == null ? among(bySegment.get(""), target) : found;
  }

  private static Route among(List<Entry> entries, String target) {
    if (entries != null) {
      for (Entry entry : entries) {
        if (startsWith(target, entry.prefix())) {
          return entry.route();
        }
      }
    }
    return null;
  }

  private static boolean startsWith(String target, String prefix) {
    int end = prefix.length();
    return target.startsWith(prefix)
        && (target.length() == end || "/?;".indexOf(target.charAt(end)) >= 0);
  }

  /** The prefixes there are. */
  public Collection<String> prefixes() {
    return prefixes;
  }
}
