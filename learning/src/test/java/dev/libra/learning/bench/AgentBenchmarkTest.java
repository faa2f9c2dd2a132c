package dev.libra.learning.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.learning.training.Presets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentBenchmarkTest {

  @Test
  void writesALinePerSeedAndDoesNotRepeatWhatIsDone(@TempDir Path folder) throws Exception {
    List<BenchmarkTask> tasks = List.of(task("quick", OptionalDouble.of(90)));
    List<String> log = new ArrayList<>();
    benchmark(folder, log).run(tasks);
    assertThat(log).hasSize(2);
    List<String> results = Files.readAllLines(folder.resolve("results.csv"));
    assertThat(results.get(0))
        .isEqualTo("task,agent,env,seed,steps,stepsPerSecond,meanReturn,stdReturn,bar");
    assertThat(results.get(1)).matches("quick,ppo,identity,0,600,\\d+,[\\d.]+,[\\d.]+,90.0");
    assertThat(Files.readAllLines(folder.resolve("curves.csv")).get(1))
        .matches("quick,0,128,(NaN|[\\d.]+)");

    benchmark(folder, log).run(List.of(tasks.get(0), task("other", OptionalDouble.empty())));
    assertThat(log).hasSize(4);
    assertThat(Files.readAllLines(folder.resolve("results.csv"))).hasSize(5);
  }

  @Test
  void everyTaskHasItsPresetAndEnvironment() {
    Presets presets = Presets.shipped();
    for (BenchmarkTask task : BenchmarkTask.all()) {
      assertThat(presets.get(task.agent(), task.preset()).algorithm()).isEqualTo(task.agent());
    }
    assertThat(BenchmarkTask.all()).extracting(BenchmarkTask::name).doesNotHaveDuplicates();
  }

  private static AgentBenchmark benchmark(Path folder, List<String> log) throws Exception {
    return new AgentBenchmark(Presets.shipped(), new BenchmarkFiles(folder), 1, log::add);
  }

  private static BenchmarkTask task(String name, OptionalDouble bar) {
    return new BenchmarkTask(name, "ppo", "identity", "identity", 600, 2, bar);
  }
}
