package dev.libra.bench.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes results as CSV, JSON and a Markdown page. */
final class Report {
  private final BenchPlace place;
  private final String command;
  private final boolean quick;

  Report(BenchPlace place, String command, boolean quick) {
    this.place = place;
    this.command = command;
    this.quick = quick;
  }

  void write(List<Row> rows) throws IOException {
    Map<String, String> versions = versions();
    Files.writeString(place.out().resolve("results.csv"), csv(rows));
    Map<String, Object> all = new TreeMap<>(Map.of("versions", versions, "rows", rows));
    all.put("command", command);
    all.put("quick", quick);
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(place.out().resolve("results.json").toFile(), all);
    Files.writeString(place.out().resolve("results.md"), markdown(rows, versions));
  }

  private static String csv(List<Row> rows) {
    return "part,what,figure,bar,reached\n"
        + rows.stream()
            .map(
                r ->
                    List.of(r.part(), r.what(), r.figure(), r.bar(), "" + r.reached()).stream()
                        .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",", "", "\n")))
            .collect(Collectors.joining());
  }

  private String markdown(List<Row> rows, Map<String, String> versions) {
    StringBuilder page = new StringBuilder("`" + command + "`\n\n");
    versions.forEach(
        (name, version) ->
            page.append("- ").append(name).append(": ").append(version).append('\n'));
    page.append("\n| part | what | figure | bar | reached |\n|---|---|---|---|---|\n");
    for (Row row : rows) {
      String reached = row.bar().isEmpty() ? "" : row.reached() ? "yes" : "**no**";
      page.append(
          "| %s | %s | %s | %s | %s |\n"
              .formatted(row.part(), row.what(), row.figure(), row.bar(), reached));
    }
    return page.toString();
  }

  private static Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    versions.put("Java", System.getProperty("java.vm.version"));
    versions.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    versions.put("nginx", firstLine("nginx", "-v"));
    versions.put("wrk", firstLine("wrk", "-v"));
    versions.put("load average at the end", loadAverage());
    return versions;
  }

  private static String loadAverage() {
    return String.valueOf(
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String firstLine(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().findFirst().orElse("");
    } catch (IOException e) {
      return "not installed";
    }
  }
}
