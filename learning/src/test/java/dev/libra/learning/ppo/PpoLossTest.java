package dev.libra.learning.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.environment.SeededRandom;
import dev.libra.learning.training.Presets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PpoLossTest {
  private static final int BATCH = 12;
  private static final int ACTIONS = 4;

  private final SeededRandom random = new SeededRandom(5);

  /**
   * Old log-probabilities are the present ones less log r: so the ratio is r, inside the clip range
   * of 0.2 or outside.
   */
  @ParameterizedTest
  @CsvSource({
    "1.1, true",
    "0.9, true",
    "1.5, true",
    "0.5, true",
    "1.1, false",
    "1.5, false",
    "0.5, false"
  })
  void itsGradientEqualsFiniteDifferencesInAndOutOfTheClipRange(double ratio, boolean clipValues) {
    double[] logits = gaussians(BATCH * ACTIONS);
    double[] values = gaussians(BATCH);
    Minibatch batch = batch(logits, ratio);
    PpoLoss loss = loss(clipValues);
    PpoLossResult result = loss.evaluate(batch, logits, values);
    for (int i = 0; i < logits.length; i++) {
      double slope = slope(logits, i, () -> loss.evaluate(batch, logits, values).total());
      assertThat(result.logitGradient()[i]).as("logit %d", i).isCloseTo(slope, within(1e-6));
    }
    for (int i = 0; i < values.length; i++) {
      double slope = slope(values, i, () -> loss.evaluate(batch, logits, values).total());
      assertThat(result.valueGradient()[i]).as("value %d", i).isCloseTo(slope, within(1e-6));
    }
  }

  private static double slope(double[] at, int i, DoubleSupplier loss) {
    double h = 1e-6;
    double value = at[i];
    at[i] = value + h;
    double above = loss.getAsDouble();
    at[i] = value - h;
    double below = loss.getAsDouble();
    at[i] = value;
    return (above - below) / (2 * h);
  }

  @Test
  void beyondTheClipRangeAnActionThatIsGoodGetsNoMoreProbable() {
    double[] logits = new double[ACTIONS];
    Minibatch batch = one(Math.log(0.25 / 1.5), 1);
    double[] gradient = plain().evaluate(batch, logits, new double[1]).logitGradient();
    assertThat(gradient).containsOnly(0);
  }

  @Test
  void beyondTheClipRangeAnActionThatIsBadStillGetsLessProbable() {
    double[] logits = new double[ACTIONS];
    Minibatch batch = one(Math.log(0.25 / 1.5), -1);
    PpoLossResult result = plain().evaluate(batch, logits, new double[1]);
    assertThat(result.logitGradient()[0]).isCloseTo(1.5 * 0.75, within(1e-9));
    assertThat(result.policy()).isCloseTo(1.5, within(1e-9));
    assertThat(result.clipFraction()).isEqualTo(1);
    assertThat(result.approxKl()).isCloseTo(0.5 - Math.log(1.5), within(1e-9));
  }

  @Test
  void maskedActionsHaveNoProbabilityAndNoGradient() {
    double[] logits = gaussians(BATCH * ACTIONS);
    Minibatch batch = batch(logits, 1.1);
    double[] gradient = loss(true).evaluate(batch, logits, gaussians(BATCH)).logitGradient();
    for (int i = 0; i < BATCH; i++) {
      assertThat(gradient[i * ACTIONS + ACTIONS - 1]).isZero();
      MaskedCategorical policy = new MaskedCategorical(logits, i * ACTIONS, batch.masks()[i]);
      assertThat(policy.probability(ACTIONS - 1)).isZero();
    }
  }

  private Minibatch batch(double[] logits, double ratio) {
    int[] actions = new int[BATCH];
    boolean[][] masks = new boolean[BATCH][];
    double[] old = new double[BATCH];
    for (int i = 0; i < BATCH; i++) {
      masks[i] = new boolean[] {true, true, true, false};
      actions[i] = random.nextInt(ACTIONS - 1);
      MaskedCategorical policy = new MaskedCategorical(logits, i * ACTIONS, masks[i]);
      old[i] = policy.logProbability(actions[i]) - Math.log(ratio);
    }
    return new Minibatch(
        new float[0], actions, masks, old, gaussians(BATCH), gaussians(BATCH), gaussians(BATCH));
  }

  private static Minibatch one(double oldLogProbability, double advantage) {
    boolean[] mask = new boolean[ACTIONS];
    Arrays.fill(mask, true);
    return new Minibatch(
        new float[0],
        new int[] {0},
        new boolean[][] {mask},
        new double[] {oldLogProbability},
        new double[1],
        new double[] {advantage},
        new double[1]);
  }

  private static PpoLoss loss(boolean clipValues) {
    return new PpoLoss(
        0.2,
        settings(Map.of("clipValues", Boolean.toString(clipValues), "entropyCoefficient", "0.03")));
  }

  private static PpoLoss plain() {
    return new PpoLoss(0.2, settings(Map.of()));
  }

  private static PpoSettings settings(Map<String, String> overrides) {
    return (PpoSettings) Presets.shipped().get("ppo", "cartpole", overrides);
  }

  private double[] gaussians(int size) {
    double[] values = new double[size];
    Arrays.setAll(values, i -> random.nextGaussian());
    return values;
  }
}
