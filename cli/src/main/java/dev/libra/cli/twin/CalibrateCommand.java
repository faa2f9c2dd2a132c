package dev.libra.cli.twin;

import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.calibration.Calibration;
import dev.libra.simulator.calibration.Measurements;
import dev.libra.simulator.calibration.TwinParametersFile;
import dev.libra.simulator.twin.TwinParameters;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the live system and writes the twin's parameters. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = {
      "Measure a service of the running installation and write the twin's parameters.",
      "Takes some minutes, needs a machine that is otherwise quiet and no other traffic; the"
          + " service is scaled by hand meanwhile."
    })
public final class CalibrateCommand implements Callable<Integer> {
  @Mixin private LiveOptions options;

  @Option(names = "--rounds", defaultValue = "3", description = "Scalings up and down (3).")
  private int rounds;

  @Option(names = "--out", description = "The file (default: .libra/twin.properties).")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter to = spec.commandLine().getOut();
    LiveSystem live = options.connect();
    ServiceSpec service = options.spec(live);
    Measuring measuring =
        new Measuring(
            live,
            service,
            line -> {
              to.println("  " + line);
              to.flush();
            });
    Measurements measured = measuring.measure(rounds);
    live.release();
    to.println(measured);
    TwinParameters fitted = Calibration.fit(TwinParameters.standard(), service, measured);
    Path file = out == null ? LiveOptions.home().resolve("twin.properties") : out;
    TwinParametersFile.write(
        file, fitted, "measured of " + service.name() + " at " + Instant.now());
    to.println(file);
    return 0;
  }
}
