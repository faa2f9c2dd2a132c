package dev.libra.observation;

/**
 * A linear regression that follows its data: least squares whose older rows weigh exponentially
 * less, with a ridge that keeps coefficients at 0 which nothing speaks for (Hoerl and Kennard 1970,
 * Technometrics 12(1); Ljung 1999, System Identification, chapter 11). Not thread-safe.
 */
final class LeastSquares {
  private final double ridge;
  private final double[][] products;
  private final double[] targets;

  /**
   * @param size number of regressors
   * @param ridge added to the sum of each regressor's squares; above 0
   */
  LeastSquares(int size, double ridge) {
    this.ridge = ridge;
    this.products = new double[size][size];
    this.targets = new double[size];
  }

  /**
   * Adds a row.
   *
   * @param kept what the rows before are multiplied by
   * @param weight of this one
   */
  void add(double[] regressors, double target, double kept, double weight) {
    for (int i = 0; i < targets.length; i++) {
      targets[i] = kept * targets[i] + weight * regressors[i] * target;
      for (int j = 0; j < targets.length; j++) {
        products[i][j] = kept * products[i][j] + weight * regressors[i] * regressors[j];
      }
    }
  }

  /** The coefficients by Cholesky's decomposition, which the ridge keeps from failing. */
  double[] coefficients() {
    int size = targets.length;
    double[][] lower = new double[size][size];
    double[] solution = new double[size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = products[i][j] + (i == j ? ridge : 0) - dot(lower[i], lower[j], j);
        lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
      }
      solution[i] = (targets[i] - dot(lower[i], solution, i)) / lower[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int j = i + 1; j < size; j++) {
        solution[i] -= lower[j][i] * solution[j];
      }
      solution[i] /= lower[i][i];
    }
    return solution;
  }

  private static double dot(double[] a, double[] b, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
