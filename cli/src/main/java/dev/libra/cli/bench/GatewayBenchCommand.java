package dev.libra.cli.bench;

import dev.libra.bench.gateway.BenchPlace;
import dev.libra.bench.gateway.GatewayBench;
import dev.libra.cli.runtime.LibertyRuntime;
import dev.libra.cli.workspace.Workspace;
import dev.libra.process.LibraHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
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
      "Needs nginx and wrk. Writes results.csv, results.json, results.md and throughput.svg."
    })
final class GatewayBenchCommand implements Callable<Integer> {
  @Option(names = "--quick", description = "Shorter measurements, for a first look.")
  private boolean quick;

  @Option(
      names = "--out",
      description = "Folder for the results (default: .libra/bench-results/…).")
  private Path out;

  @Option(
      names = "--part",
      split = ",",
      paramLabel = "NAME",
      description = "Only these parts (default: all).")
  private List<String> parts = GatewayBench.parts();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Set<String> unknown = new LinkedHashSet<>(parts);
    unknown.removeAll(GatewayBench.parts());
    if (!unknown.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "unknown part " + unknown + ": there are " + GatewayBench.parts());
    }
    Workspace workspace = Workspace.current();
    LibraHome state = workspace.home();
    LibertyRuntime runtime = new LibertyRuntime(state.wlp());
    if (!runtime.isReady()) {
      runtime.unpack();
    }
    BenchPlace place =
        new BenchPlace(workspace.root(), state, out == null ? defaultOut(state) : out);
    String command =
        "libra "
            + String.join(
                " ", spec.commandLine().getParent().getParent().getParseResult().originalArgs());
    return new GatewayBench(place, System.out).run(Set.copyOf(parts), quick, command) ? 0 : 1;
  }

  private static Path defaultOut(LibraHome state) {
    String at =
        ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
    return state.root().resolve("bench-results").resolve(at + "-gateway");
  }
}
