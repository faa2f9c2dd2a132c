package dev.libra.bench.traffic;

import java.util.Locale;
import java.util.Map;

/** The results as a page for people. */
final class ResultPage {
  private static final String[] LATENCIES = {"p50Ms", "p95Ms", "p99Ms", "maxMs"};
  private final Result result;
  private final Map<String, String> machine;

  ResultPage(Result result, Map<String, String> machine) {
    this.result = result;
    this.machine = machine;
  }

  String text() {
    StringBuilder page = new StringBuilder("# The traffic engine against wrk\n");
    page.append(
        "Written by `./libra bench traffic`. The target answers a small JSON over kept connections"
            + " and has one core;\nthe load has the other (`taskset`). Engine and wrk take turns; each figure"
            + " is the median of "
            + result.rounds()
            + " rounds of "
            + result.seconds()
            + " s, of the stall one round of whole 10 s.\nwrk sends over 64 connections, at a rate only by the schedule in `wrk.lua`; it"
            + " counts from the moment it really sends.\nThe engine sends at random (Poisson)"
            + " times, opens connections as needed and counts from the intended time.\n\n");
    machine.forEach(
        (what, value) -> page.append("- ").append(what).append(": ").append(value).append('\n'));
    cost(page);
    page.append("\n![Latencies and cost](traffic.svg)\n");
    latency(page, "at once", "Latency at 10 000 requests/s, a target that answers at once");
    latency(
        page,
        "log-normal",
        "Latency at 2 000 requests/s, a target that takes a log-normal time (median 8 ms, σ 0.4,"
            + " whole ms)");
    latency(
        page,
        "stall",
        "The same target, standing still for 1 s in 10 (P95 of all intended requests is about"
            + " 500 ms)");
    page.append(
        "\nwrk sends nothing on a connection that waits, and makes up for it afterwards by a guess from"
            + " its mean interval\n(`stats_correct`); the engine sends on, and measures.\n\n##"
            + " Commands\n```\n");
    result.commands().forEach(command -> page.append(command).append('\n'));
    return page.append("```\n").toString();
  }

  private void cost(StringBuilder page) {
    Contest paced = result.contest("at once");
    Contest flat = result.contest("flat out");
    page.append("\n## Cost\n| | engine | wrk | engine / wrk |\n|---|---|---|---|\n");
    row(page, "CPU per request at 10 000/s, µs", paced, "cpuMicrosPerRequest", "%.1f");
    row(page, "CPU per request flat out, µs", flat, "cpuMicrosPerRequest", "%.1f");
    page.append(
        String.format(
            Locale.ROOT,
            "| requests/s, one core: sent in time of 10 000 | %.2f %% | – | – |%n"
                + "| requests/s, one core: sent in time of 30 000 | %.2f %% | %.0f/s flat out | –"
                + " |%n",
            100 * paced.engineMedian("achievedShare"),
            100 * flat.engineMedian("achievedShare"),
            flat.wrkMedian("rps")));
  }

  private void latency(StringBuilder page, String contest, String title) {
    page.append("\n## ")
        .append(title)
        .append("\n| ms | engine | wrk | engine / wrk |\n|---|---|---|---|\n");
    for (String figure : LATENCIES) {
      String shown = figure.replace("Ms", "").toUpperCase(Locale.ROOT);
      row(page, shown, result.contest(contest), figure, "%.2f");
    }
  }

  private static void row(
      StringBuilder page, String name, Contest contest, String figure, String format) {
    double engine = contest.engineMedian(figure);
    double wrk = contest.wrkMedian(figure);
    page.append(
        String.format(
            Locale.ROOT,
            "| %s | " + format + " | " + format + " | %.2f |%n",
            name,
            engine,
            wrk,
            engine / wrk));
  }
}
