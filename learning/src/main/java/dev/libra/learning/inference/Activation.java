package dev.libra.learning.inference;

/** What a layer does to its sums. */
public enum Activation {
  IDENTITY {
    @Override
    void apply(float[] values) {}
  },
  RELU {
    @Override
    void apply(float[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.max(0, values[i]);
      }
    }
  },
  TANH {
    @Override
    void apply(float[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) Math.tanh(values[i]);
      }
    }
  };

  /** Changes the values in place. */
  abstract void apply(float[] values);
}
