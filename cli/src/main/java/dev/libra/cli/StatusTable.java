package dev.libra.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The services' state as text. */
final class StatusTable {
  private static final String ROW = "%-16s %7s %5s %8s %8s %9s %8s %6s %7s %-8s %s";

  private StatusTable() {}

  /** All services in one line. */
  static String line(JsonNode status) {
    List<String> parts = new ArrayList<>();
    for (JsonNode s : status.path("services")) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%s %d/%d %.0f/s %.0f ms",
              s.path("name").asText(),
              s.path("ready").asInt(),
              s.path("desired").asInt(),
              s.path("rps").asDouble(),
              s.path("p95Ms").asDouble()));
    }
    return String.join("  ·  ", parts);
  }

  /** A row per service under a heading. */
  static String table(JsonNode status) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            ROW,
            "service",
            "desired",
            "ready",
            "starting",
            "draining",
            "req/s",
            "P95 ms",
            "CPU %",
            "errors",
            "policy",
            "mode"));
    status.path("services").forEach(s -> lines.add(row(s)));
    return String.join(System.lineSeparator(), lines);
  }

  private static String row(JsonNode s) {
    return String.format(
        ROW,
        s.path("name").asText(),
        s.path("desired").asInt(),
        s.path("ready").asInt(),
        s.path("starting").asInt(),
        s.path("draining").asInt(),
        number("%.1f", s.path("rps").asDouble()),
        number("%.0f", s.path("p95Ms").asDouble()),
        number("%.0f", s.path("cpu").asDouble() * 100),
        number("%.2f %%", s.path("errorRate").asDouble() * 100),
        s.path("policy").asText(),
        s.path("mode").asText() + beside(s));
  }

  /** Who else is asked, and whether a rule stands in. */
  private static String beside(JsonNode s) {
    StringBuilder text = new StringBuilder(s.path("standIn").asBoolean() ? ", fallback" : "");
    for (JsonNode a : s.path("agreements")) {
      text.append(
          String.format(
              Locale.ROOT,
              ", %s %s agrees in %d of %d",
              a.path("role").asText(),
              a.path("policy").path("name").asText(),
              a.path("agreed").asLong(),
              a.path("compared").asLong()));
    }
    return text.toString();
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
