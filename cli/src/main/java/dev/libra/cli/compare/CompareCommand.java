package dev.libra.cli.compare;

import dev.libra.cli.interrupt.Interrupt;
import dev.libra.cli.workspace.Workspace;
import dev.libra.fleet.ServiceSpec;
import dev.libra.learning.artifact.ArtifactException;
import dev.libra.simulator.comparison.Comparison;
import dev.libra.simulator.comparison.ComparisonResult;
import dev.libra.simulator.comparison.Plan;
import dev.libra.simulator.comparison.Playback;
import dev.libra.simulator.comparison.TraceFile;
import dev.libra.simulator.scaling.Cooldowns;
import dev.libra.simulator.trace.TraceException;
import dev.libra.simulator.twin.TwinParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares policies on traces, in the twin. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Judge policies on traces: SLO first, then cost, paired replays, rules tuned as hard as the"
          + " trained ones.",
      "Writes results.csv, summary.json and report.html. Ctrl-C keeps what is done."
    })
public final class CompareCommand implements Callable<Integer> {
  private static final int MENDABLE = 2;
  private static final int ENDED_EARLY = 130;

  @Option(
      names = "--trace",
      required = true,
      arity = "1..*",
      description = "Traces to judge on: rates, timestamp,value or arrivals.")
  private List<Path> traces;

  @Option(
      names = "--tune-on",
      arity = "1..*",
      description = "Traces that rules are tuned on (default: those in traces/).")
  private List<Path> tuneOn;

  @Option(
      names = "--policies",
      split = ",",
      defaultValue = PolicyNames.ALL,
      description = {
        "Rules; ppo, dqn: the shipped policies of every seed; learned: the shipped default;",
        "learned:FILE: any other (default: ${DEFAULT-VALUE})."
      })
  private List<String> policies;

  @Option(
      names = "--seeds",
      split = ",",
      defaultValue = "1,2,3,4,5,6",
      description = "Seeds of the replays' arrivals (default: ${DEFAULT-VALUE}).")
  private List<Long> seeds;

  @Option(names = "--out", required = true, description = "Folder for the results.")
  private Path out;

  @Option(
      names = "--budget",
      defaultValue = "40",
      description = "Points each rule's search tries (default: ${DEFAULT-VALUE}).")
  private int budget;

  @Option(
      names = "--threads",
      defaultValue = "1",
      description = "Runs at once (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Mixin private ServiceOptions service;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      return compare(plan());
    } catch (TraceException
        | ArtifactException
        | IllegalArgumentException
        | UncheckedIOException e) {
      spec.commandLine().getErr().println("libra: " + e.getMessage());
      return MENDABLE;
    }
  }

  private int compare(Plan plan) {
    ProgressLines lines = new ProgressLines(spec.commandLine().getOut(), System::nanoTime);
    try (Interrupt interrupt = new Interrupt()) {
      ComparisonResult result =
          new Comparison(plan, lines::say, interrupt::requested).run(this::write);
      write(result);
      result.sentences().forEach(lines::say);
      lines.say((result.whole() ? "" : "partial ") + "report: " + out.resolve("report.html"));
      return result.whole() ? 0 : ENDED_EARLY;
    }
  }

  private void write(ComparisonResult result) {
    try {
      result.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(out + " can't be written: " + e.getMessage(), e);
    }
  }

  private Plan plan() {
    List<TraceFile> tests = traces.stream().map(TraceFile::read).toList();
    Chosen chosen = new PolicyNames(inCheckout("policy")).choose(policies);
    ServiceSpec scaled = service.spec();
    return new Plan(
        tests,
        (tuneOn == null ? shippedTraces() : tuneOn).stream().map(TraceFile::read).toList(),
        chosen.rules(),
        chosen.learned(),
        chosen.turned(),
        seeds,
        budget,
        scaled,
        TwinParameters.standard(),
        Cooldowns.standard().guardrails(),
        Playback.standard(),
        threads,
        "./libra " + String.join(" ", spec.root().commandLine().getParseResult().originalArgs()));
  }

  private static Path inCheckout(String folder) {
    return Workspace.current().root().resolve(folder);
  }

  private static List<Path> shippedTraces() {
    Path folder = inCheckout("traces");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().matches(".*\\.(txt|csv)")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " can't be read: give --tune-on", e);
    }
  }
}
