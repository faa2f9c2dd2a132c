package dev.libra.bench.gateway;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Measures the gateway part by part, and writes what came out. */
public final class GatewayBench {
  private static final List<Part> PARTS =
      List.of(
          new ThroughputPart(),
          new LatencyPart(),
          new OverloadPart(),
          new FailurePart(),
          new DrainPart(),
          new MalformedPart(),
          new SoakPart());

  private final BenchPlace place;
  private final PrintStream out;

  public GatewayBench(BenchPlace place, PrintStream out) {
    this.place = place;
    this.out = out;
  }

  /** The names of the parts, in order. */
  public static List<String> parts() {
    return PARTS.stream().map(Part::name).toList();
  }

  /**
   * Runs the named parts.
   *
   * @param quick shorter measurements, for a first look
   * @return whether every bar was reached
   */
  public boolean run(Set<String> names, boolean quick, String command)
      throws IOException, InterruptedException {
    place.prepare();
    List<Row> rows = new ArrayList<>();
    try (Children children = new Children(place.home().logs())) {
      Part.Bench bench = new Part.Bench(place, children, new Proxies(place, children), quick);
      for (Part part : PARTS) {
        if (names.contains(part.name())) {
          out.println(part.name() + " …");
          List<Row> measured = part.run(bench);
          measured.forEach(this::print);
          rows.addAll(measured);
        }
      }
    }
    new Report(place, command, quick).write(rows);
    out.println("results in " + place.out());
    return rows.stream().allMatch(Row::reached);
  }

  private void print(Row row) {
    String bar =
        row.bar().isEmpty() ? "" : " (" + row.bar() + (row.reached() ? ")" : ": NOT reached)");
    out.println("  " + row.what() + ": " + row.figure() + bar);
  }
}
