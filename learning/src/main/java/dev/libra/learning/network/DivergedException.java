package dev.libra.learning.network;

/** Training that met a loss or gradient which is not a finite number, and can't go on. */
public final class DivergedException extends RuntimeException {

  public DivergedException(String what, double value) {
    super(
        what
            + " is "
            + value
            + ": training diverged. A lower learning rate or a lower maximal gradient norm may"
            + " help.");
  }

  /** Gives back a finite value and refuses any other. */
  public static double check(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new DivergedException(what, value);
    }
    return value;
  }
}
