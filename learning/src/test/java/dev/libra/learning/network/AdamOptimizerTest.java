package dev.libra.learning.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.environment.SeededRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.config.Adam;

class AdamOptimizerTest {

  @Test
  void stepsAsNd4jsAdamDoes() {
    SeededRandom random = new SeededRandom(1);
    AdamUpdater updater = new AdamUpdater(new Adam(0.01, 0.9, 0.999, 1e-8));
    updater.setStateViewArray(Nd4j.zeros(1, 40), new long[] {1, 20}, 'c', true);
    AdamOptimizer optimizer = new AdamOptimizer(20, 1e-8);
    float[] parameters = new float[20];
    INDArray expected = Nd4j.zeros(1, 20);
    for (int step = 0; step < 50; step++) {
      float[] gradient = new float[20];
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = (float) random.nextGaussian();
      }
      optimizer.step(parameters, gradient, 1, 0.01);
      INDArray update = Nd4j.createFromArray(new float[][] {gradient});
      updater.applyUpdater(update, step, 0);
      expected.subi(update);
    }
    for (int i = 0; i < 20; i++) {
      assertThat((double) parameters[i]).isCloseTo(expected.getDouble(0, i), within(1e-5));
    }
  }
}
