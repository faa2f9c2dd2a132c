package dev.libra.learning.inference;

/** What a layer does to its sums. */
public enum Activation {
  IDENTITY {
    @Override
    void apply(float[] values) {}

    @Override
    float slope(float value) {
      return 1;
    }
  },
  RELU {
    @Override
    void apply(float[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.max(0, values[i]);
      }
    }

    @Override
    float slope(float value) {
      return value > 0 ? 1 : 0;
    }
  },
  TANH {
    @Override
    void apply(float[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) Math.tanh(values[i]);
      }
    }

    @Override
    float slope(float value) {
      return 1 - value * value;
    }
  };

  /** Changes the values in place. */
  abstract void apply(float[] values);

  /**
   * The derivative.
   *
   * @param value what came out
   */
  abstract float slope(float value);
}
