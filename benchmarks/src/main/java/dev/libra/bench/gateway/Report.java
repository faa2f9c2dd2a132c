package dev.libra.bench.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The results of all parts as a page and as JSON. */
final class Report {
  private final List<PartResult> results;

  Report(List<PartResult> results) {
    this.results = results;
  }

  /** Writes {@code gateway.md} and {@code gateway.json}. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("gateway.md"), page());
    ResultFiles.JSON.writeValue(folder.resolve("gateway.json").toFile(), results);
  }

  String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # The gateway, measured
            Written by `./libra bench gateway` from the parts' figures, which may have been measured at \
            different times. Load,
            gateway and upstreams share the machine's cores. Bars come from the project's requirements; a bar \
            that was missed is
            marked **no**; what was tried, and how quiet the machine was, is in [gateway-remarks.md](gateway-remarks.md).
            """);
    results.forEach(result -> part(page, result));
    return page.toString();
  }

  private static void part(StringBuilder page, PartResult result) {
    page.append("\n## %s\n".formatted(result.title()));
    page.append(
        "`%s`, until %s, %d s%s.\n\n"
            .formatted(
                result.command(),
                result.at(),
                result.seconds(),
                result.quick() ? "; **shortened, for a first look only**" : ""));
    page.append("| what | figure | bar | reached |\n|---|---|---|---|\n");
    for (Row row : result.rows()) {
      String reached = row.bar().isEmpty() ? "" : row.reached() ? "yes" : "**no**";
      page.append(
          "| %s | %s | %s | %s |\n".formatted(row.what(), row.figure(), row.bar(), reached));
    }
    page.append('\n');
    result.machine().forEach((what, v) -> page.append("- ").append(what + ": " + v + "\n"));
    page.append("\n```\n" + String.join("\n", result.commands()) + "\n```\n");
  }
}
