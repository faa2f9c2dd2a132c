package dev.libra.bench.gateway;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** Measures the gateway part by part, and writes what came out. */
public final class GatewayBench {
  private static final List<Part> PARTS =
      List.of(
          new ThroughputPart(),
          new LatencyPart(),
          new EnginePart(),
          new OverloadPart(),
          new FailurePart(),
          new DrainPart(),
          new MalformedPart(),
          new SoakPart());

  private final BenchPlace place;
  private final ResultFiles files;
  private final Clock clock;
  private final PrintStream out;

  /**
   * @param out where progress is told
   */
  public GatewayBench(BenchPlace place, Clock clock, PrintStream out) {
    this.place = place;
    this.files = new ResultFiles(place.data());
    this.clock = clock;
    this.out = out;
  }

  /** The names of the parts, in order. */
  public static List<String> parts() {
    return PARTS.stream().map(Part::name).toList();
  }

  /**
   * Runs the named parts; each one's figures are kept as soon as it has ended.
   *
   * @param quick shorter measurements, for a first look
   * @return whether every bar was reached
   */
  public boolean run(Set<String> names, boolean quick, String command)
      throws IOException, InterruptedException {
    place.prepare();
    boolean reached = true;
    try (Children children = new Children(place.home().logs())) {
      Part.Bench bench = new Part.Bench(place, children, new Proxies(place, children), quick);
      for (Part part : PARTS) {
        if (names.contains(part.name())) {
          PartResult result = measure(part, bench, command);
          files.write(result);
          reached &= result.reached();
        }
      }
    }
    return reached;
  }

  private PartResult measure(Part part, Part.Bench bench, String command)
      throws IOException, InterruptedException {
    out.println(part.name() + " …");
    Instant start = clock.instant();
    bench.children().takeCommands();
    List<Row> rows = part.run(bench);
    rows.forEach(this::print);
    Instant end = clock.instant();
    return new PartResult(
        part.name(),
        part.title(),
        command,
        bench.quick(),
        end.truncatedTo(ChronoUnit.SECONDS).toString(),
        Duration.between(start, end).toSeconds(),
        Versions.of(place),
        place.shown(bench.children().takeCommands()),
        rows);
  }

  /** Writes the report of all parts whose figures there are; answers the page. */
  public Path report(Path folder) throws IOException {
    new Report(files.read(parts())).write(folder);
    return folder.resolve("gateway.md");
  }

  private void print(Row row) {
    String bar =
        row.bar().isEmpty() ? "" : " (" + row.bar() + (row.reached() ? ")" : ": NOT reached)");
    out.println("  " + row.what() + ": " + row.figure() + bar);
  }
}
