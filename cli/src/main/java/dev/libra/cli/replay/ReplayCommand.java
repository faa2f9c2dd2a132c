package dev.libra.cli.replay;

import dev.libra.cli.workspace.Workspace;
import dev.libra.traffic.call.Crowd;
import dev.libra.traffic.call.GatewayUnavailableException;
import dev.libra.traffic.chaos.ChaosPlan;
import dev.libra.traffic.scenario.Scenario;
import dev.libra.traffic.scenario.Scenarios;
import dev.libra.traffic.trace.TraceException;
import dev.libra.traffic.trace.TraceReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays a trace or a scenario against the gateway. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Send a trace or a scenario to the gateway, open loop: latency counts from the intended send"
          + " time.",
      "Writes summary.json, latency.hlog, seconds.csv and report.html."
    })
public final class ReplayCommand implements Callable<Integer> {
  private static final int MENDABLE = 2;

  @ArgGroup(multiplicity = "1")
  private Source source;

  @Option(names = "--service", description = "Only this service's calls (default: all in a mix).")
  private String service;

  @Option(names = "--rate-scale", defaultValue = "1", description = "Multiply the rates.")
  private double rateScale;

  @Option(names = "--time-scale", defaultValue = "1", description = "Play so many times as fast.")
  private double timeScale;

  @Option(
      names = "--duration",
      converter = Seconds.class,
      description = "End after so long, for example 90s or 5m.")
  private Double durationS;

  @Option(names = "--out", description = "Folder for the results (default: .libra/runs/…).")
  private Path out;

  @Option(names = "--seed", defaultValue = "1", description = "Seed of times and calls.")
  private long seed;

  @Option(
      names = "--chaos",
      description = {
        "Disturb this installation: a file, or actions such as",
        "kill:search@30s,pause:search@60s/10s,slow:payment@2m/30s=200ms,",
        "fail:auth@3m/20s=0.5,cut:store@4m/10s,delay-heartbeats:search@5m/20s=15s"
      })
  private String chaos;

  @Option(names = "--gateway", description = "The gateway (default: this installation's).")
  private URI gateway;

  @Spec private CommandSpec spec;

  /** Where the curve comes from. */
  private static final class Source {
    @Option(names = "--trace", description = "A trace file: a rate per line, or timestamp,value.")
    private Path trace;

    @Option(names = "--scenario", description = "One of ./libra scenarios.")
    private String scenario;
  }

  @Override
  public Integer call() {
    try {
      Crowd.requireService(service);
      Replay replay =
          new Replay(
              gateway == null ? defaultGateway() : gateway,
              scenario(),
              service,
              seed,
              new Surroundings(home(), plan(), System.getenv()));
      return replay.run(out == null ? defaultOut() : out, about());
    } catch (TraceException | GatewayUnavailableException | IllegalArgumentException e) {
      spec.commandLine().getErr().println("libra: " + e.getMessage());
      return MENDABLE;
    }
  }

  private Scenario scenario() {
    Scenario plain =
        source.trace == null
            ? Scenarios.named(source.scenario, seed)
            : Scenario.shop("trace", source.trace.toString(), TraceReader.read(source.trace));
    Scenario scaled = plain.shaped(c -> c.scaledBy(rateScale).fasterBy(timeScale));
    if (durationS == null && Double.isInfinite(scaled.curve().durationS())) {
      throw new ParameterException(
          spec.commandLine(), source.scenario + " has no end: give --duration");
    }
    return durationS == null ? scaled : scaled.shaped(curve -> curve.lasting(durationS));
  }

  private Map<String, String> about() {
    Map<String, String> about = new TreeMap<>();
    about.put(
        "command",
        "libra "
            + String.join(" ", spec.commandLine().getParent().getParseResult().originalArgs()));
    about.put("seed", Long.toString(seed));
    if (source.trace != null) {
      about.put("traceSha256", Digest.sha256(source.trace));
    }
    return about;
  }

  private static URI defaultGateway() {
    String port = System.getenv().getOrDefault("LIBRA_GATEWAY_PORT", "8080");
    return URI.create("http://127.0.0.1:" + port);
  }

  private ChaosPlan plan() {
    return chaos == null ? ChaosPlan.NONE : ChaosPlan.of(chaos);
  }

  private static Path home() {
    return Workspace.current().home().root();
  }

  private Path defaultOut() {
    String name =
        source.trace == null
            ? source.scenario
            : source.trace.getFileName().toString().replaceAll("\\.[a-z]+$", "");
    String at =
        ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
    return home().resolve("runs").resolve(at + "-" + name);
  }
}
