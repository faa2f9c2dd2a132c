package dev.libra.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {

  @Test
  void findsWhatARowIsMadeOf() {
    LeastSquares regression = new LeastSquares(3, 1e-9);
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      double[] row = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      regression.add(row, 2 * row[0] - row[1] + 0.5 * row[2], 0.99, 1);
    }
    assertThat(regression.coefficients()).containsExactly(new double[] {2, -1, 0.5}, within(1e-6));
  }

  @Test
  void forgetsWhatIsLongAgo() {
    LeastSquares regression = new LeastSquares(1, 1e-9);
    for (int i = 0; i < 100; i++) {
      regression.add(new double[] {1}, i < 50 ? 10 : 3, 0.5, 1);
    }
    assertThat(regression.coefficients()[0]).isCloseTo(3, within(1e-6));
  }

  @Test
  void weighsRows() {
    LeastSquares regression = new LeastSquares(1, 1e-9);
    regression.add(new double[] {1}, 10, 1, 3);
    regression.add(new double[] {1}, 2, 1, 1);
    assertThat(regression.coefficients()[0]).isCloseTo(8, within(1e-6));
  }

  @Test
  void keepsAtZeroWhatNothingSpeaksFor() {
    LeastSquares regression = new LeastSquares(2, 1);
    assertThat(regression.coefficients()).containsExactly(0, 0);
    // The same regressor twice: no other than the ridge tells the two apart.
    regression.add(new double[] {1, 1}, 3, 1, 1);
    assertThat(regression.coefficients()).containsExactly(new double[] {1, 1}, within(1e-12));
  }
}
