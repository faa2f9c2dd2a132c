package dev.libra.learning.chart;

import dev.libra.fleet.Check;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A learning curve with a band around it, and the bar to reach as a dashed line.
 *
 * <p>SVG written by hand: the chart libraries that were looked at have no bands (XChart, which also
 * brings PDFBox and JUnit along) or draw through AWT, whose fonts a server's Java often lacks.
 *
 * @param line says what the line is, such as "interquartile mean of 10 seeds"
 * @param band says what the band is, such as "worst to best seed"
 * @param points at least one, steps rising
 */
public record CurveChart(
    String title, String line, String band, List<BandPoint> points, OptionalDouble bar) {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int LEFT = 64;
  private static final int RIGHT = 16;
  private static final int TOP = 56;
  private static final int BOTTOM = 48;
  private static final String COLOUR = "#0b6bcb";

  public CurveChart {
    Check.text("title", title);
    points = List.copyOf(points);
    Check.between("number of points", points.size(), 1, 100_000);
    for (int i = 1; i < points.size(); i++) {
      long last = points.get(i - 1).step();
      Check.between("step of point " + i, points.get(i).step(), last + 1, Long.MAX_VALUE);
    }
    bar.ifPresent(value -> Check.between("bar", value, -1e12, 1e12));
  }

  /** The picture, a whole SVG document. */
  public String svg() {
    Axis x = Axis.around(points.get(0).step(), last().step(), LEFT, WIDTH - RIGHT);
    Axis y = vertical();
    Svg svg = new Svg(WIDTH, HEIGHT, title);
    drawAxes(svg, x, y);
    drawCurve(svg, x, y);
    bar.ifPresent(value -> drawBar(svg, y, value));
    svg.add("<g font-size=\"14\" font-weight=\"bold\">");
    svg.text(LEFT, 20, "start", title);
    svg.add("</g>");
    svg.text(LEFT, 40, "start", "line: " + line + "; band: " + band);
    return svg.end();
  }

  private Axis vertical() {
    double low = points.stream().mapToDouble(BandPoint::low).min().orElseThrow();
    double high = points.stream().mapToDouble(BandPoint::high).max().orElseThrow();
    double bottom = Math.min(low, bar.orElse(low));
    double top = Math.max(high, bar.orElse(high));
    double margin = (top - bottom) * 0.05;
    return Axis.around(bottom - margin, top + margin, HEIGHT - BOTTOM, TOP);
  }

  private void drawAxes(Svg svg, Axis x, Axis y) {
    for (double tick : y.ticks(6)) {
      double at = y.pixel(tick);
      svg.add(
          "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>",
          LEFT, WIDTH - RIGHT, at, at);
      svg.text(LEFT - 6, at + 4, "end", Ticks.label(tick));
    }
    for (double tick : x.ticks(6)) {
      svg.text(x.pixel(tick), HEIGHT - BOTTOM + 18, "middle", Ticks.label(tick));
    }
    svg.text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", "environment steps");
    svg.add("<g transform=\"rotate(-90 14 %d)\">", (TOP + HEIGHT - BOTTOM) / 2);
    svg.text(14, (TOP + HEIGHT - BOTTOM) / 2.0, "middle", "return");
    svg.add("</g>");
  }

  private void drawCurve(Svg svg, Axis x, Axis y) {
    Stream<BandPoint> back =
        IntStream.range(0, points.size()).mapToObj(i -> points.get(points.size() - 1 - i));
    svg.add(
        "<polygon fill=\"%s\" fill-opacity=\"0.2\" points=\"%s %s\"/>",
        COLOUR, path(points.stream(), x, y, BandPoint::high), path(back, x, y, BandPoint::low));
    svg.add(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>",
        COLOUR, path(points.stream(), x, y, BandPoint::middle));
  }

  private void drawBar(Svg svg, Axis y, double value) {
    double at = y.pixel(value);
    svg.add(
        "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#c0392b\""
            + " stroke-dasharray=\"6 4\"/>",
        LEFT, WIDTH - RIGHT, at, at);
    svg.text(WIDTH - RIGHT - 4, at - 5, "end", "bar " + Ticks.label(value));
  }

  private BandPoint last() {
    return points.get(points.size() - 1);
  }

  private static String path(
      Stream<BandPoint> points, Axis x, Axis y, ToDoubleFunction<BandPoint> value) {
    return points
        .map(
            p ->
                String.format(
                    Locale.ROOT, "%.1f,%.1f", x.pixel(p.step()), y.pixel(value.applyAsDouble(p))))
        .collect(Collectors.joining(" "));
  }
}
