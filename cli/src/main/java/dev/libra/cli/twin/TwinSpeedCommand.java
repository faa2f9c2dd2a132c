package dev.libra.cli.twin;

import dev.libra.decision.BoundsGuardrail;
import dev.libra.decision.Guardrails;
import dev.libra.fleet.ServiceSpec;
import dev.libra.policy.hpa.HpaPolicy;
import dev.libra.policy.hpa.HpaSettings;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.twin.RunResult;
import dev.libra.simulator.twin.Twin;
import dev.libra.simulator.twin.TwinParameters;
import dev.libra.simulator.twin.Workload;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many requests the twin simulates per second of one core. */
@Command(
    name = "twin-speed",
    mixinStandardHelpOptions = true,
    description = "Measure how many requests/s the twin simulates on one core, by its CPU time.")
public final class TwinSpeedCommand implements Callable<Integer> {
  @Option(names = "--rounds", defaultValue = "5", description = "The best counts (5).")
  private int rounds;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    measure("6 replicas, 200 requests/s", 6, 200, 20_000);
    measure("40 replicas, 1500 requests/s", 40, 1500, 3_000);
    measure("200 replicas, 10000 requests/s", 200, 10_000, 500);
    return 0;
  }

  private void measure(String name, int replicas, double rate, int seconds) {
    ServiceSpec service = new ServiceSpec("search", 1, replicas, 300, 4, 60, 0.12, 0.05);
    double[] rates = new double[seconds];
    Arrays.fill(rates, rate);
    Workload workload = Workload.of(new Trace("constant", rates, 1), 1);
    double best = 0;
    for (int i = 0; i < rounds; i++) {
      long before = cpuNanos();
      RunResult result =
          Twin.run(
              TwinParameters.standard(),
              service,
              workload,
              any -> new HpaPolicy(HpaSettings.stock()),
              new Guardrails(List.of(new BoundsGuardrail())),
              1);
      best = Math.max(best, result.requests().arrived() * 1e9 / (cpuNanos() - before));
    }
    spec.commandLine()
        .getOut()
        .printf(Locale.ROOT, "%-32s %.1f million requests/s%n", name, best / 1e6);
    spec.commandLine().getOut().flush();
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
