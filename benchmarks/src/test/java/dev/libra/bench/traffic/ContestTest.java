package dev.libra.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContestTest {
  @TempDir Path folder;

  @Test
  void tellsTheMedian() {
    assertThat(Contest.median(rounds(5, 1, 3), "p50Ms")).isEqualTo(3);
    assertThat(Contest.median(rounds(4, 1), "p50Ms")).isEqualTo(2.5);
    assertThat(Contest.median(List.of(), "p50Ms")).isNaN();
  }

  @Test
  void writesPageAndPicture() throws Exception {
    List<Contest> contests =
        Stream.of("at once", "flat out", "log-normal", "stall")
            .map(name -> new Contest(name, 100, rounds(2), rounds(1)))
            .toList();
    new Result(contests, List.of("wrk -t1"), 1, 5).write(folder, Map.of("cores", "2"));
    assertThat(Files.readString(folder.resolve("traffic.md")))
        .contains("| P50 | 2.00 | 1.00 | 2.00 |");
    assertThat(Files.readString(folder.resolve("traffic.svg"))).contains("</svg>");
    assertThat(folder.resolve("traffic.json")).exists();
  }

  private static List<JsonNode> rounds(double... p50) {
    return DoubleStream.of(p50)
        .mapToObj(v -> (JsonNode) new ObjectMapper().createObjectNode().put("p50Ms", v))
        .toList();
  }
}
