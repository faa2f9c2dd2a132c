package dev.libra.simulator.twin;

import java.util.function.DoubleUnaryOperator;

/**
 * Draws from a distribution by its tabulated quantile function.
 *
 * <p>1024 straight pieces, the first and the last of them refined by 1024 more. One look-up and no
 * transcendental function per draw, so that a draw is quick and the same bits on every machine.
 */
final class QuantileTable {
  private static final int BITS = 10;
  private static final int PIECES = 1 << BITS;
  private static final long FRACTION = (1L << 44) - 1;
  private static final long TAIL_FRACTION = (1L << 34) - 1;

  private final double[] whole;
  private final double[] low;
  private final double[] high;

  private QuantileTable(double[] whole, double[] low, double[] high) {
    this.whole = whole;
    this.low = low;
    this.high = high;
  }

  /**
   * @param quantile of a probability in (0, 1)
   */
  static QuantileTable of(DoubleUnaryOperator quantile) {
    return new QuantileTable(
        pieces(quantile, 0, 1),
        pieces(quantile, 0, 1.0 / PIECES),
        pieces(quantile, 1 - 1.0 / PIECES, 1));
  }

  /** The exponential distribution with mean 1. */
  static QuantileTable exponential() {
    return of(p -> -StrictMath.log1p(-p));
  }

  /** Always the same value. */
  static QuantileTable constant(double value) {
    return of(p -> value);
  }

  private static double[] pieces(DoubleUnaryOperator quantile, double from, double to) {
    double[] ends = new double[PIECES + 1];
    double width = (to - from) / PIECES;
    for (int i = 0; i <= PIECES; i++) {
      double p = from + i * width;
      // The outermost quantiles may be infinite: half a piece inside them there is an end.
      double inside = Math.max(0.5 / PIECES / PIECES, Math.min(1 - 0.5 / PIECES / PIECES, p));
      ends[i] = quantile.applyAsDouble(inside);
    }
    return ends;
  }

  /**
   * @param bits 64 random ones
   */
  double draw(long bits) {
    int piece = (int) (bits >>> (64 - BITS));
    if (piece == 0 || piece == PIECES - 1) {
      return tail(piece == 0 ? low : high, bits);
    }
    double fraction = ((bits >>> 10) & FRACTION) * 0x1p-44;
    return whole[piece] + fraction * (whole[piece + 1] - whole[piece]);
  }

  private static double tail(double[] table, long bits) {
    int piece = (int) (bits >>> (64 - 2 * BITS)) & (PIECES - 1);
    double fraction = ((bits >>> 10) & TAIL_FRACTION) * 0x1p-34;
    return table[piece] + fraction * (table[piece + 1] - table[piece]);
  }
}
