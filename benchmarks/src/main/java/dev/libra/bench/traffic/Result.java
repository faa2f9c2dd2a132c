package dev.libra.bench.traffic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the benchmark found. */
public record Result(List<Contest> contests, List<String> commands, int rounds, int seconds) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Writes {@code traffic.json}, {@code traffic.md} and {@code traffic.svg} into a folder. */
  public void write(Path folder, Map<String, String> machine) throws IOException {
    Files.createDirectories(folder);
    ObjectNode all = JSON.createObjectNode();
    all.set("machine", JSON.valueToTree(machine));
    all.put("rounds", rounds).put("seconds", seconds);
    all.set("commands", JSON.valueToTree(commands));
    for (Contest contest : contests) {
      all.set(contest.name(), JSON.valueToTree(contest));
    }
    JSON.writeValue(folder.resolve("traffic.json").toFile(), all);
    Files.writeString(folder.resolve("traffic.md"), new ResultPage(this, machine).text());
    Files.writeString(folder.resolve("traffic.svg"), new ResultPicture(this).svg());
  }

  Contest contest(String name) {
    return contests.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }
}
