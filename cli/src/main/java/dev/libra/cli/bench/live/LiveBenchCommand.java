package dev.libra.cli.bench.live;

import dev.libra.cli.compare.ProgressLines;
import dev.libra.cli.interrupt.Interrupt;
import dev.libra.cli.replay.Seconds;
import dev.libra.cli.workspace.Workspace;
import dev.libra.learning.artifact.ArtifactException;
import dev.libra.simulator.comparison.TraceFile;
import dev.libra.simulator.trace.TraceException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays a trace against live replicas under several policies, and reports. */
@Command(
    name = "live",
    mixinStandardHelpOptions = true,
    description = {
      "Play a trace against live replicas under several policies, paired: SLO, cost and lost"
          + " requests of each, beside what the twin says.",
      "Starts an installation of its own for each run, and tunes rules in the twin beforehand.",
      "Wants a machine that is otherwise quiet. Writes live.md, live.svg and live.csv after every"
          + " run; Ctrl-C keeps what is done."
    })
public final class LiveBenchCommand implements Callable<Integer> {
  private static final int MENDABLE = 2;
  private static final int VOID = 3;
  private static final int ENDED_EARLY = 130;

  @Option(
      names = "--trace",
      description = "A trace file (default: traces/autothrottle-diurnal-2.txt).")
  private Path trace;

  @Option(
      names = "--policies",
      split = ",",
      defaultValue = "learned,hpa-tuned",
      description = {
        "learned: what up puts into place; learned:FILE; hpa, keda: stock; hpa-tuned, keda-tuned",
        "(default: ${DEFAULT-VALUE})."
      })
  private List<String> policies;

  @Option(
      names = "--rounds",
      defaultValue = "2",
      description = "Runs of each policy; every other round in turned order (${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--duration",
      defaultValue = "10m",
      converter = Seconds.class,
      description = "Of each run, for example 90s or 10m (default: ${DEFAULT-VALUE}).")
  private double durationS;

  @Option(
      names = "--time-scale",
      description = "Play so many times as fast (default: the whole trace in the duration).")
  private Double timeScale;

  @Option(
      names = "--rate-scale",
      description = "Multiply the rates (default: the peak needs all replicas but one).")
  private Double rateScale;

  @Option(
      names = "--warm-up",
      defaultValue = "60s",
      converter = Seconds.class,
      description = "The first rate, before each run (default: ${DEFAULT-VALUE}).")
  private double warmUpS;

  @Option(
      names = "--parameters",
      description = "Of the twin (default: ./libra calibrate measures them first).")
  private Path parameters;

  @Option(
      names = "--budget",
      defaultValue = "40",
      description = "Points that a rule's search tries (default: ${DEFAULT-VALUE}).")
  private int budget;

  @Option(
      names = "--first-port",
      defaultValue = "18300",
      description = "Of the hundred that are used (default: ${DEFAULT-VALUE}).")
  private int firstPort;

  @Option(names = "--data", description = "Folder of the runs (default: .libra/bench/live).")
  private Path data;

  @Option(names = "--out", description = "Folder of the report (default: docs/results).")
  private Path out;

  @Mixin private LiveServiceOptions service;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Workspace workspace = Workspace.current();
    ProgressLines lines = new ProgressLines(spec.commandLine().getOut(), System::nanoTime);
    try (Interrupt interrupt = new Interrupt()) {
      LiveComparison comparison =
          new LiveComparison(plan(workspace), interrupt::requested, lines::say);
      return comparison.run() ? 0 : VOID;
    } catch (CancellationException e) {
      lines.say("ended early");
      return ENDED_EARLY;
    } catch (TraceException
        | ArtifactException
        | IllegalArgumentException
        | IllegalStateException
        | UncheckedIOException e) {
      spec.commandLine().getErr().println("libra: " + e.getMessage());
      return MENDABLE;
    }
  }

  private LivePlan plan(Workspace workspace) {
    Path root = workspace.root();
    TraceFile file =
        TraceFile.read(trace == null ? root.resolve("traces/autothrottle-diurnal-2.txt") : trace);
    double speed = timeScale == null ? LiveLoad.wholeTrace(file, durationS) : timeScale;
    return new LivePlan(
        root,
        data == null ? workspace.home().root().resolve("bench/live") : data.toAbsolutePath(),
        out == null ? root.resolve("docs/results") : out,
        new LiveLoad(file, speed, rateScale == null ? 1 : rateScale, durationS),
        rateScale == null,
        service.spec(),
        service.settings(),
        policies,
        rounds,
        warmUpS,
        budget,
        parameters,
        new LivePorts(firstPort),
        "./libra " + String.join(" ", spec.root().commandLine().getParseResult().originalArgs()));
  }
}
