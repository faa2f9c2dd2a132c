package dev.libra.cli.replay;

import dev.libra.load.ScenarioInfo;
import dev.libra.traffic.scenario.PreviewPicture;
import dev.libra.traffic.scenario.Scenario;
import dev.libra.traffic.scenario.Scenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the scenarios, each with its rate curve. */
@Command(
    name = "scenarios",
    mixinStandardHelpOptions = true,
    description = "List the traffic scenarios with a preview of each one's rate.")
public final class ScenariosCommand implements Runnable {
  private static final String BARS = "▁▂▃▄▅▆▇█";

  @Option(names = "--seed", defaultValue = "1", description = "Seed of what is random in them.")
  private long seed;

  @Option(names = "--pictures", description = "Write an SVG of each into this folder.")
  private Path pictures;

  @Override
  public void run() {
    for (Scenario scenario : Scenarios.all(seed)) {
      ScenarioInfo info = scenario.info();
      System.out.printf("%-14s %s%n%14s %s%n", info.name(), line(info), "", info.description());
      if (pictures != null) {
        write(scenario);
      }
    }
  }

  private void write(Scenario scenario) {
    try {
      Files.createDirectories(pictures);
      Files.writeString(
          pictures.resolve(scenario.name() + ".svg"), new PreviewPicture(scenario).svg());
    } catch (IOException e) {
      throw new UncheckedIOException("can't write to " + pictures + ": " + e.getMessage(), e);
    }
  }

  private static String line(ScenarioInfo info) {
    double highest = Math.max(1, Collections.max(info.preview()));
    return info.preview().stream()
        .map(rate -> BARS.charAt((int) Math.min(7, rate / highest * 8)))
        .map(String::valueOf)
        .collect(Collectors.joining());
  }
}
