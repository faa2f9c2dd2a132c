package dev.libra.learning.inference;

/** Softmax and argmax over those actions only that a mask allows. */
public final class Masked {

  private Masked() {}

  /**
   * Turns logits into probabilities in place; what is not allowed gets exactly 0.
   *
   * @param mask true where an action is allowed, or null where all are
   * @throws IllegalArgumentException if the mask has another length or allows nothing
   */
  public static void softmax(float[] logits, boolean[] mask) {
    // The largest exponent is 0, so that nothing overflows.
    float largest = logits[argmax(logits, mask)];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double weight = allowed(mask, i) ? Math.exp((double) logits[i] - largest) : 0;
      logits[i] = (float) weight;
      sum += weight;
    }
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (logits[i] / sum);
    }
  }

  /**
   * The allowed action with the highest value, the first of equals.
   *
   * @param mask true where an action is allowed, or null where all are
   * @throws IllegalArgumentException if the mask has another length or allows nothing
   */
  public static int argmax(float[] values, boolean[] mask) {
    if (mask != null && mask.length != values.length) {
      throw new IllegalArgumentException(
          "mask must have " + values.length + " values, had: " + mask.length);
    }
    int best = -1;
    for (int i = 0; i < values.length; i++) {
      if (allowed(mask, i) && (best < 0 || values[i] > values[best])) {
        best = i;
      }
    }
    if (best < 0) {
      throw new IllegalArgumentException("mask must allow an action, allowed none");
    }
    return best;
  }

  /** The allowed action with the highest value beside one, or −1 if nothing else is allowed. */
  static int second(float[] values, boolean[] mask, int first) {
    int best = -1;
    for (int i = 0; i < values.length; i++) {
      if (i != first && allowed(mask, i) && (best < 0 || values[i] > values[best])) {
        best = i;
      }
    }
    return best;
  }

  private static boolean allowed(boolean[] mask, int action) {
    return mask == null || mask[action];
  }
}
