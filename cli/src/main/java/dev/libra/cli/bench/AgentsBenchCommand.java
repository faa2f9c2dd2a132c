package dev.libra.cli.bench;

import dev.libra.cli.workspace.Revision;
import dev.libra.cli.workspace.Workspace;
import dev.libra.learning.bench.AgentBenchmark;
import dev.libra.learning.bench.BenchmarkFiles;
import dev.libra.learning.bench.BenchmarkTask;
import dev.libra.learning.report.AgentReport;
import dev.libra.learning.training.Presets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the agents on the known problems, with many seeds, and reports. */
@Command(
    name = "agents",
    mixinStandardHelpOptions = true,
    description = {
      "Train PPO and DQN on the known problems, with many seeds, and write agents.md with pictures.",
      "Hours on one core. What an earlier run into the same folder has finished is not done again."
    })
final class AgentsBenchCommand implements Callable<Integer> {
  private static final int MENDABLE = 2;

  @Option(
      names = "--task",
      split = ",",
      description = "Only these, for example ppo-cartpole; may be repeated (default: all).")
  private List<String> names = List.of();

  @Option(names = "--workers", defaultValue = "1", description = "Trainings at the same time.")
  private int workers;

  @Option(names = "--data", description = "Folder of the figures (default: .libra/bench/agents).")
  private Path data;

  @Option(names = "--out", description = "Folder of the report (default: docs/results).")
  private Path out;

  @Option(names = "--report-only", description = "Train nothing; report what is there.")
  private boolean reportOnly;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Workspace workspace = Workspace.current();
    Path figures = data == null ? workspace.home().root().resolve("bench/agents") : data;
    Path reports = out == null ? workspace.root().resolve("docs/results") : out;
    try {
      BenchmarkFiles files = new BenchmarkFiles(figures);
      if (!reportOnly) {
        new AgentBenchmark(Presets.shipped(), files, workers, System.out::println)
            .run(BenchmarkTask.named(names));
      }
      AgentReport report = new AgentReport(files.results(), files.curves());
      report.write(reports, header());
      System.out.println(reports.resolve("agents.md"));
      return 0;
    } catch (IllegalArgumentException | IOException e) {
      spec.commandLine().getErr().println("libra: " + e.getMessage());
      return MENDABLE;
    }
  }

  private String header() {
    return """
        # PPO and DQN on known problems
        Made by `libra %s` from commit %s, on Java %s, %d processors, %d training%s at a time, one core each. \
        Seeds count from 0. Hyper-parameters: `presets.properties`.
        """
        .formatted(
            String.join(
                " ", spec.commandLine().getParent().getParent().getParseResult().originalArgs()),
            Revision.ofCheckout(),
            Runtime.version(),
            Runtime.getRuntime().availableProcessors(),
            workers,
            workers == 1 ? "" : "s");
  }
}
