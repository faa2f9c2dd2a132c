package dev.libra.simulator.twin;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row per window of 2 s, in columns; for pictures and tables. */
public final class TimeSeries {
  /** The columns' names. */
  public static final List<String> COLUMNS =
      List.of(
          "seconds",
          "rate",
          "p95Ms",
          "failed",
          "desired",
          "ready",
          "starting",
          "draining",
          "waiting",
          "required");

  private final double[][] columns = new double[COLUMNS.size()][256];
  private int size;

  void add(double... row) {
    for (int i = 0; i < columns.length; i++) {
      if (size == columns[i].length) {
        columns[i] = Arrays.copyOf(columns[i], 2 * size);
      }
      columns[i][size] = row[i];
    }
    size++;
  }

  /** Number of windows. */
  public int size() {
    return size;
  }

  /**
   * A column's values, window by window: {@code seconds} at the window's end; {@code rate}
   * (requests/s) as intended; {@code p95Ms}; {@code failed} requests; replicas {@code desired},
   * {@code ready}, {@code starting} and {@code draining} at its end; requests {@code waiting} then;
   * {@code required} replicas (see {@link Demand}).
   *
   * @param name one of the {@link #COLUMNS}
   */
  public double[] column(String name) {
    int index = COLUMNS.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("column must be one of " + COLUMNS + ", was: " + name);
    }
    return Arrays.copyOf(columns[index], size);
  }

  /** All columns by name. */
  public Map<String, double[]> columns() {
    Map<String, double[]> all = new LinkedHashMap<>();
    COLUMNS.forEach(name -> all.put(name, column(name)));
    return all;
  }
}
