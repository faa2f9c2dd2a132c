package dev.libra.learning.network;

/** Activation functions of dense layers, with their derivatives as functions of the output. */
public enum Activation {
  TANH {
    @Override
    public double apply(double z) {
      return Math.tanh(z);
    }

    @Override
    public double derivative(double output) {
      return 1 - output * output;
    }
  },
  RELU {
    @Override
    public double apply(double z) {
      return Math.max(0, z);
    }

    @Override
    public double derivative(double output) {
      return output > 0 ? 1 : 0;
    }
  },
  IDENTITY {
    @Override
    public double apply(double z) {
      return z;
    }

    @Override
    public double derivative(double output) {
      return 1;
    }
  };

  public abstract double apply(double z);

  /** The slope where the function gives {@code output}. */
  public abstract double derivative(double output);
}
