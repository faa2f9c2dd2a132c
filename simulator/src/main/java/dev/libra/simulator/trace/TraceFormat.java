package dev.libra.simulator.trace;

/** How a trace file is to be read. */
public enum TraceFormat {
  /** By its first lines: see {@link TraceReader}. */
  AUTO,
  /** One rate in requests/s per line and second. */
  RATES,
  /** {@code timestamp,value}: requests per step. */
  COUNTS,
  /** One arrival's time per line. */
  ARRIVALS
}
