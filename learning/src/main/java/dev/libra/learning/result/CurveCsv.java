package dev.libra.learning.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Learning curves as CSV: {@value #HEADER}, then a line per point, steps rising.
 *
 * <p>Numbers have at most 6 decimals, so that every Java writes the same bytes.
 */
public final class CurveCsv {
  static final String HEADER = "step,meanReturn,meanLength";

  private CurveCsv() {}

  /**
   * @throws IllegalArgumentException if the steps don't rise
   */
  public static byte[] encode(List<CurvePoint> curve) {
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    long last = -1;
    for (CurvePoint point : curve) {
      rises(last, point.step());
      last = point.step();
      csv.append(point.step()).append(',').append(number(point.meanReturn()));
      csv.append(',').append(number(point.meanLength())).append('\n');
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws IllegalArgumentException naming the line that is wrong
   */
  public static List<CurvePoint> decode(byte[] csv) {
    String[] lines = new String(csv, StandardCharsets.UTF_8).split("\n");
    if (!lines[0].equals(HEADER)) {
      throw new IllegalArgumentException("line 1 must be " + HEADER + ", was: " + lines[0]);
    }
    List<CurvePoint> curve = new ArrayList<>();
    long last = -1;
    for (int i = 1; i < lines.length; i++) {
      try {
        CurvePoint point = point(lines[i]);
        rises(last, point.step());
        last = point.step();
        curve.add(point);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return curve;
  }

  private static CurvePoint point(String line) {
    String[] values = line.split(",", -1);
    if (values.length != 3) {
      throw new IllegalArgumentException("must have 3 values, had: " + values.length);
    }
    return new CurvePoint(
        Long.parseLong(values[0]), Double.parseDouble(values[1]), Double.parseDouble(values[2]));
  }

  private static void rises(long last, long step) {
    if (step <= last) {
      throw new IllegalArgumentException("steps must rise, were: " + last + ", " + step);
    }
  }

  private static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
