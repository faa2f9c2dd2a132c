package dev.libra.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
  @TempDir private Path folder;

  @Test
  void partsMeasuredAtDifferentTimesMakeOneReport() throws IOException {
    new ResultFiles(folder).write(result("soak", 3));
    new ResultFiles(folder).write(result("throughput", 9_000));
    new ResultFiles(folder).write(result("throughput", 12_000));

    List<PartResult> all = new ResultFiles(folder).read(GatewayBench.parts());
    assertThat(all).extracting(PartResult::part).containsExactly("throughput", "soak");

    Path reports = folder.resolve("reports");
    new Report(all).write(reports);
    assertThat(Files.readString(reports.resolve("gateway.md")))
        .contains("## title of throughput\n", "| rate | 12,000 req/s | ≥ 10,000 req/s | yes |")
        .contains("## title of soak\n", "| rate | 3 req/s | ≥ 10,000 req/s | **no** |")
        .contains("- cores: 2\n", "wrk -t1 -c64")
        .doesNotContain("9,000");
    assertThat(reports.resolve("gateway.json")).exists();
  }

  private static PartResult result(String part, double rate) {
    return new PartResult(
        part,
        "title of " + part,
        "./libra bench gateway --part " + part,
        false,
        "2026-01-01T00:00:00Z",
        60,
        Map.of("cores", "2"),
        List.of("wrk -t1 -c64"),
        List.of(Row.atLeast(part, "rate", rate, 10_000, " req/s")));
  }
}
