package dev.libra.cli.compare;

import dev.libra.cli.options.OptionCheck;
import dev.libra.environment.SeededRandom;
import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.trace.TraceFamily;
import dev.libra.simulator.trace.TraceWriter;
import dev.libra.simulator.twin.Demand;
import dev.libra.simulator.twin.TwinParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes traces that nobody has looked at, to judge policies on. */
@Command(
    name = "traces",
    mixinStandardHelpOptions = true,
    description = {
      "Write synthetic traces of every kind, for compare and replay: one rate per line and second.",
      "The same seed gives the same files."
    })
public final class TracesCommand implements Runnable {
  private static final double LOWEST_PEAK = 0.3;
  private static final double HIGHEST_PEAK = 0.8;

  @Option(names = "--out", required = true, description = "Folder for the files.")
  private Path out;

  @Option(
      names = "--each",
      defaultValue = "4",
      description = "Traces of each kind, 1 to 1000 (default: ${DEFAULT-VALUE}).")
  private int each;

  @Option(
      names = "--seconds",
      defaultValue = "3600",
      description = "Length of each, 10 to 1000000 (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the first of each kind (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private ServiceOptions service;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    OptionCheck check = new OptionCheck(spec);
    check.between("--each", each, 1, 1000);
    check.between("--seconds", seconds, 10, 1_000_000);
    try {
      Files.createDirectories(out);
      for (TraceFamily family : TraceFamily.values()) {
        for (int i = 0; i < each; i++) {
          write(family, seed + i);
        }
      }
    } catch (FileAlreadyExistsException e) {
      throw new UncheckedIOException(e.getFile() + " is there already: give another --out", e);
    } catch (IOException e) {
      throw new UncheckedIOException(out + " can't be written: " + e.getMessage(), e);
    }
  }

  /** The peak is a random share of what the largest fleet can do. */
  private void write(TraceFamily family, long number) throws IOException {
    SeededRandom random = new SeededRandom(number * TraceFamily.values().length + family.ordinal());
    double share = random.nextDouble(LOWEST_PEAK, HIGHEST_PEAK);
    double peak = share * capacity(service.spec());
    Trace trace = family.generate(peak, seconds, random);
    Path file = out.resolve(trace.name() + "-" + number + ".txt");
    String remark =
        String.format(
            Locale.ROOT,
            "%s, seed %d, peak %.1f requests/s: %.0f %% of the largest fleet's capacity",
            trace.name(),
            number,
            peak,
            100 * share);
    TraceWriter.write(file, trace, remark);
    spec.commandLine().getOut().println(file + ": " + remark);
  }

  private static double capacity(ServiceSpec service) {
    return new Demand(service, TwinParameters.standard()).capacity() * service.maxReplicas();
  }
}
