package dev.libra.learning.ppo;

/** Puts what only the critic sees behind each observation. */
final class Rows {
  private Rows() {}

  /**
   * @param observations one after the other
   * @param hindsight of each; all of one length, which may be 0
   */
  static float[] beside(float[] observations, double[]... hindsight) {
    int more = hindsight[0].length;
    if (more == 0) {
      return observations;
    }
    int width = observations.length / hindsight.length;
    float[] rows = new float[observations.length + hindsight.length * more];
    for (int i = 0; i < hindsight.length; i++) {
      int at = i * (width + more);
      System.arraycopy(observations, i * width, rows, at, width);
      for (int j = 0; j < more; j++) {
        rows[at + width + j] = (float) hindsight[i][j];
      }
    }
    return rows;
  }
}
