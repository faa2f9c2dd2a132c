package dev.libra.traffic.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Disturbances in order of time. */
public record ChaosPlan(List<ChaosAction> actions) {
  public static final ChaosPlan NONE = new ChaosPlan(List.of());

  public ChaosPlan {
    actions = actions.stream().sorted(Comparator.comparingDouble(ChaosAction::atS)).toList();
  }

  /** Actions separated by commas or line ends; what follows a {@code #} is a remark. */
  public static ChaosPlan parse(String text) {
    return new ChaosPlan(
        text.lines()
            .map(line -> line.replaceAll("#.*", ""))
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .filter(action -> !action.isEmpty())
            .map(ChaosAction::parse)
            .toList());
  }

  /** A plan, or the file that holds it. */
  public static ChaosPlan of(String textOrFile) {
    try {
      Path file = Path.of(textOrFile);
      return parse(Files.isRegularFile(file) ? Files.readString(file) : textOrFile);
    } catch (IOException e) {
      throw new IllegalArgumentException("can't read the chaos plan " + textOrFile, e);
    }
  }
}
