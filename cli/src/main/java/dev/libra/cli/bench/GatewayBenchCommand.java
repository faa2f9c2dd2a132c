package dev.libra.cli.bench;

import dev.libra.bench.gateway.BenchPlace;
import dev.libra.bench.gateway.GatewayBench;
import dev.libra.cli.runtime.LibertyRuntime;
import dev.libra.cli.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the gateway beside nginx and Spring Cloud Gateway. */
@Command(
    name = "gateway",
    mixinStandardHelpOptions = true,
    description = {
      "Measure the gateway: throughput beside nginx and Spring Cloud Gateway, added latency, and"
          + " what it does under overload, failures and bad input.",
      "Needs nginx and wrk. Each part's figures are kept in a file of its own, and the report, gateway.md"
          + " and gateway.json, is made from all that are there: parts may run at any time."
    })
final class GatewayBenchCommand implements Callable<Integer> {
  @Option(
      names = "--quick",
      description = "Shorter measurements, for a first look; kept apart, no report in docs.")
  private boolean quick;

  @Option(
      names = "--part",
      split = ",",
      paramLabel = "NAME",
      description = "Only these parts (default: all), in this order: ${COMPLETION-CANDIDATES}.",
      completionCandidates = Parts.class)
  private List<String> parts = GatewayBench.parts();

  @Option(
      names = "--data",
      description = "Folder of the parts' figures (default: .libra/bench/gateway).")
  private Path data;

  @Option(names = "--out", description = "Folder of the report (default: docs/results).")
  private Path out;

  @Option(names = "--report-only", description = "Measure nothing; report what is there.")
  private boolean reportOnly;

  @Spec private CommandSpec spec;

  /** The names that {@code --part} takes. */
  private static final class Parts implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return GatewayBench.parts().iterator();
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Set<String> unknown = new LinkedHashSet<>(parts);
    unknown.removeAll(GatewayBench.parts());
    if (!unknown.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "unknown part " + unknown + ": there are " + GatewayBench.parts());
    }
    Workspace workspace = Workspace.current();
    BenchPlace place = new BenchPlace(workspace.root(), workspace.home(), data(workspace));
    GatewayBench bench = new GatewayBench(place, Clock.systemUTC(), System.out);
    boolean reached = reportOnly || measure(bench, workspace);
    System.out.println(bench.report(reports(workspace)));
    return reached ? 0 : 1;
  }

  private boolean measure(GatewayBench bench, Workspace workspace)
      throws IOException, InterruptedException {
    LibertyRuntime runtime = new LibertyRuntime(workspace.home().wlp());
    if (!runtime.isReady()) {
      runtime.unpack();
    }
    List<String> arguments =
        spec.commandLine().getParent().getParent().getParseResult().originalArgs();
    return bench.run(Set.copyOf(parts), quick, "./libra " + String.join(" ", arguments));
  }

  private Path data(Workspace workspace) {
    Path standard =
        workspace.home().root().resolve(quick ? "bench/gateway-quick" : "bench/gateway");
    return data == null ? standard : data;
  }

  private Path reports(Workspace workspace) {
    Path standard = quick ? data(workspace) : workspace.root().resolve("docs/results");
    return out == null ? standard : out;
  }
}
