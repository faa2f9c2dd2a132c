package dev.libra.learning.bench;

import dev.libra.learning.training.Presets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs the benchmark from the command line: {@code OUT-FOLDER WORKERS [TASK…]}. */
public final class AgentBenchmarkMain {
  private AgentBenchmarkMain() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 2) {
      throw new IllegalArgumentException("arguments: OUT-FOLDER WORKERS [TASK…]");
    }
    List<String> names = Arrays.asList(arguments).subList(2, arguments.length);
    List<BenchmarkTask> all = BenchmarkTask.all();
    List<BenchmarkTask> chosen = all;
    if (!names.isEmpty()) {
      chosen = names.stream().map(name -> find(all, name)).toList();
    }
    new AgentBenchmark(
            Presets.shipped(),
            new BenchmarkFiles(Path.of(arguments[0])),
            Integer.parseInt(arguments[1]),
            System.out::println)
        .run(chosen);
  }

  private static BenchmarkTask find(List<BenchmarkTask> all, String name) {
    return all.stream()
        .filter(task -> task.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "task must be one of "
                        + all.stream().map(BenchmarkTask::name).toList()
                        + ", was: "
                        + name));
  }
}
