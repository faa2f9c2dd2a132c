package dev.libra.cli.twin;

import dev.libra.cli.options.OptionCheck;
import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.calibration.TwinParametersFile;
import dev.libra.simulator.twin.TwinParameters;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The same load live and in the twin. */
@Command(
    name = "twin",
    mixinStandardHelpOptions = true,
    description = {
      "Run the same load levels live and in the twin, and compare P95 and CPU; then a ramp, and"
          + " compare when the SLO breaks.",
      "Needs a machine that is otherwise quiet; the service is scaled by hand meanwhile."
    })
public final class TwinBenchCommand implements Callable<Integer> {
  @Mixin private LiveOptions options;

  @Option(names = "--parameters", description = "Of the twin (default: .libra/twin.properties).")
  private Path parameters;

  @Option(
      names = "--levels",
      split = ",",
      defaultValue = "0.3,0.5,0.7,0.85",
      description = "Shares of the capacity (0.3,0.5,0.7,0.85).")
  private List<Double> levels;

  @Option(names = "--replicas", defaultValue = "2", description = "So many replicas (2).")
  private int replicas;

  @Option(names = "--seconds", defaultValue = "40", description = "Length of a level (40).")
  private int seconds;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Each level is measured so often; the median counts (3).")
  private int rounds;

  @Option(names = "--ramp-seconds", defaultValue = "150", description = "Of the ramp (150).")
  private int rampSeconds;

  @Option(
      names = "--warm-up-seconds",
      defaultValue = "240",
      description = "Load before the first level, so that all replicas are warm (240).")
  private int warmUpSeconds;

  @Option(names = "--out", description = "A file for the table, in Markdown.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptionCheck check = new OptionCheck(spec);
    check.between("--rounds", rounds, 1, 100);
    check.between("--seconds", seconds, 10, 3600);
    LiveSystem live = options.connect();
    ServiceSpec service = options.spec(live);
    Path file = parameters == null ? LiveOptions.home().resolve("twin.properties") : parameters;
    TwinParameters twin = TwinParametersFile.read(file);
    Comparison comparison = new Comparison(live, service, twin, replicas, this::say);
    List<String> table = new ArrayList<>(comparison.levels(levels, rounds, seconds, warmUpSeconds));
    if (rampSeconds > 0) {
      table.add("");
      table.add(comparison.ramp(rampSeconds));
    }
    live.release();
    table.forEach(this::say);
    if (out != null) {
      write(table);
    }
    return 0;
  }

  private void say(String line) {
    PrintWriter to = spec.commandLine().getOut();
    to.println(line);
    to.flush();
  }

  private void write(List<String> lines) {
    try {
      Files.write(out, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + out, e);
    }
  }
}
