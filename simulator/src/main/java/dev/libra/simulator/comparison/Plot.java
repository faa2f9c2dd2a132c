package dev.libra.simulator.comparison;

import java.util.Locale;

/** A drawing area with axes, as SVG. */
public final class Plot {
  private static final int LEFT = 56;
  private static final int TOP = 12;
  private static final int BOTTOM = 40;
  private static final int RIGHT = 16;
  private static final int TICKS = 5;

  private final int width;
  private final int height;
  private final double maxX;
  private final double maxY;
  private final String opening;
  private final StringBuilder svg = new StringBuilder();

  /** Both axes begin at 0. */
  public Plot(int width, int height, double maxX, double maxY, String titleX, String titleY) {
    this.width = width;
    this.height = height;
    this.maxX = maxX > 0 ? maxX : 1;
    this.maxY = maxY > 0 ? maxY : 1;
    this.opening =
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s by %s\">",
            width,
            height,
            Html.text(titleY),
            Html.text(titleX));
    axes(titleX, titleY);
  }

  private void axes(String titleX, String titleY) {
    for (int i = 0; i <= TICKS; i++) {
      double valueX = maxX * i / TICKS;
      double valueY = maxY * i / TICKS;
      line(LEFT, y(valueY), width - RIGHT, y(valueY), "grid");
      label(LEFT - 6, y(valueY) + 4, "end", tick(valueY, maxY));
      label(x(valueX), height - BOTTOM + 16, "middle", tick(valueX, maxX));
    }
    label(LEFT + (width - LEFT - RIGHT) / 2.0, height - 6, "middle", titleX);
    svg.append(
        String.format(
            Locale.ROOT,
            "<text transform=\"translate(12 %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
            TOP + (height - TOP - BOTTOM) / 2.0,
            Html.text(titleY)));
  }

  /** A line that keeps its value until the next point. */
  public void steps(double[] xs, double[] ys, String color, double strokeWidth) {
    StringBuilder path = new StringBuilder();
    int each = Math.max(1, xs.length / 1500);
    for (int i = 0; i < xs.length; i += each) {
      double highest = ys[i];
      for (int j = i; j < Math.min(xs.length, i + each); j++) {
        highest = Math.max(highest, ys[j]);
      }
      path.append(
          i == 0
              ? String.format(Locale.ROOT, "M%.1f %.1f", x(xs[i]), y(highest))
              : String.format(Locale.ROOT, "H%.1fV%.1f", x(xs[i]), y(highest)));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
            path,
            color,
            strokeWidth));
  }

  /** Points joined by a line, in the given order. */
  void polyline(double[] xs, double[] ys, String color) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < xs.length; i++) {
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(xs[i]), y(ys[i])));
    }
    svg.append(
        "<polyline points=\""
            + points
            + "\" fill=\"none\" stroke=\""
            + color
            + "\" opacity=\".5\"/>");
  }

  /** A point; one that isn't filled broke the SLO. */
  void point(double px, double py, double radius, String color, boolean filled, String title) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" stroke=\"%s\" "
                + "stroke-width=\"1.5\"><title>%s</title></circle>",
            x(px),
            y(py),
            radius,
            filled ? color : "white",
            color,
            Html.text(title)));
  }

  /** A dashed line from bottom to top. */
  void vertical(double at, String title) {
    line(x(at), TOP, x(at), height - BOTTOM, "bound");
    label(x(at) + 4, TOP + 10, "start", title);
  }

  /** A picture of its own, for a page of HTML. */
  String svg() {
    return opening + svg + "</svg>";
  }

  /** A part of a larger picture, so far below its top. */
  public String group(int top) {
    return "<g transform=\"translate(0 " + top + ")\">" + svg + "</g>";
  }

  private void line(double x1, double y1, double x2, double y2, String style) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
            style,
            x1,
            y1,
            x2,
            y2));
  }

  private void label(double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
            x,
            y,
            anchor,
            Html.text(text)));
  }

  private double x(double value) {
    return LEFT + Math.min(1, value / maxX) * (width - LEFT - RIGHT);
  }

  private double y(double value) {
    return height - BOTTOM - Math.min(1, value / maxY) * (height - TOP - BOTTOM);
  }

  private static String tick(double value, double max) {
    return String.format(Locale.ROOT, max >= 20 ? "%,.0f" : max >= 2 ? "%.1f" : "%.2f", value);
  }
}
