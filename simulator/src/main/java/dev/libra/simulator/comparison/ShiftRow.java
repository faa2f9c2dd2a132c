package dev.libra.simulator.comparison;

import java.util.Locale;

/** One run under a shift. */
record ShiftRow(Shift shift, RunRow run) {

  /** A line of {@code shifts.csv}: {@code shift} before the columns of {@code results.csv}. */
  String csv() {
    return shift.name().toLowerCase(Locale.ROOT).replace('_', '-') + "," + run.csv();
  }
}
