package dev.libra.traffic.scenario;

import dev.libra.traffic.rate.RateCurve;
import java.util.Locale;

/** A scenario's rate over time as a small SVG. */
public record PreviewPicture(Scenario scenario) {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 140;
  private static final int LEFT = 48;
  private static final int TOP = 14;
  private static final int BOTTOM = 114;
  private static final int STEPS = 400;

  public String svg() {
    RateCurve curve = scenario.curve();
    double shown = scenario.shownS();
    double highest = Math.max(1, curve.maxRate());
    StringBuilder area = new StringBuilder("M" + LEFT + "," + BOTTOM);
    for (int i = 0; i <= STEPS; i++) {
      double x = LEFT + (double) i / STEPS * (WIDTH - LEFT - 12);
      double rate = curve.at(Math.min(i * shown / STEPS, shown - 1e-9));
      area.append(
          String.format(Locale.ROOT, "L%.1f,%.1f", x, BOTTOM - rate / highest * (BOTTOM - TOP)));
    }
    area.append("L").append(WIDTH - 12).append(',').append(BOTTOM).append('Z');
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"11\" fill=\"#57606a\"><rect width=\"%d\" height=\"%d\" rx=\"6\""
            + " fill=\"#fff\"/><path d=\"%s\" fill=\"#1f6feb33\" stroke=\"#1f6feb\"/>"
            + "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.0f/s</text>"
            + "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">0</text>"
            + "<text x=\"%d\" y=\"%d\">%s</text>"
            + "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.0f s</text></svg>%n",
        WIDTH,
        HEIGHT,
        WIDTH,
        HEIGHT,
        area,
        LEFT - 6,
        TOP + 6,
        highest,
        LEFT - 6,
        BOTTOM + 4,
        LEFT,
        HEIGHT - 8,
        scenario.name(),
        WIDTH - 12,
        HEIGHT - 8,
        shown);
  }
}
