package dev.libra.bench.traffic;

import java.util.List;
import java.util.Locale;

/** The results as bars, engine beside wrk; latencies on a logarithmic scale. */
final class ResultPicture {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 300;
  private static final int GROUND = 240;
  private static final int TALL = 180;
  private static final double LOWEST_MS = 0.01;
  private static final double DECADES = 5.5;

  private final Result result;
  private final StringBuilder svg = new StringBuilder();

  ResultPicture(Result result) {
    this.result = result;
  }

  String svg() {
    svg.append(
        String.format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                + " font-size=\"12\"><rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>",
            WIDTH, HEIGHT, WIDTH, HEIGHT));
    text(20, 24, 15, "Latency in ms, engine (blue) and wrk (grey); logarithmic");
    int x = 30;
    for (String name : List.of("at once", "log-normal", "stall")) {
      x = group(x, result.contest(name));
    }
    return svg.append("</svg>\n").toString();
  }

  private int group(int left, Contest contest) {
    int x = left;
    for (String figure : List.of("p50Ms", "p95Ms", "p99Ms")) {
      bar(x, contest.engineMedian(figure), "#1f6feb");
      bar(x + 36, contest.wrkMedian(figure), "#8b949e");
      text(x + 18, GROUND + 16, 12, figure.replace("Ms", "").toUpperCase(Locale.ROOT));
      x += 86;
    }
    text(left, GROUND + 38, 13, contest.name() + ", " + Math.round(contest.rate()) + " requests/s");
    return x + 20;
  }

  private void bar(int x, double ms, String colour) {
    double share = Math.log10(Math.max(ms, LOWEST_MS) / LOWEST_MS) / DECADES;
    double height = Math.min(1, share) * TALL;
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%.1f\" width=\"32\" height=\"%.1f\" fill=\"%s\"/>",
            x,
            GROUND - height,
            height,
            colour));
    text(
        x,
        (int) (GROUND - height - 5),
        11,
        String.format(Locale.ROOT, ms < 10 ? "%.2f" : "%.0f", ms));
  }

  private void text(int x, int y, int size, String text) {
    svg.append(
        String.format(
            "<text x=\"%d\" y=\"%d\" font-size=\"%d\" fill=\"#24292f\">%s</text>",
            x, y, size, text));
  }
}
