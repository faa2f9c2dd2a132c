package dev.libra.learning.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MaskedTest {

  @Property(tries = 300)
  void probabilitiesSumToOneAndAreZeroWhereNotAllowed(
      @ForAll @Size(6) float[] logits, @ForAll @Size(6) boolean[] mask) {
    Assume.that(anyOf(mask));
    float[] probabilities = logits.clone();
    Masked.softmax(probabilities, mask);
    double sum = 0;
    for (int i = 0; i < mask.length; i++) {
      assertThat(probabilities[i]).isBetween(0f, 1f);
      assertThat(mask[i] || probabilities[i] == 0).isTrue();
      sum += probabilities[i];
    }
    assertThat(sum).isCloseTo(1, within(1e-5));
  }

  @Test
  void probabilitiesAreThoseOfTheFormula() {
    float[] values = {0, (float) Math.log(3), 50};
    Masked.softmax(values, new boolean[] {true, true, false});
    assertThat(values).containsExactly(new float[] {0.25f, 0.75f, 0}, within(1e-6f));
  }

  @Test
  void takesTheBestThatIsAllowedAndTheFirstOfEquals() {
    float[] values = {1, 5, 5, 9};
    assertThat(Masked.argmax(values, null)).isEqualTo(3);
    assertThat(Masked.argmax(values, new boolean[] {true, true, true, false})).isEqualTo(1);
  }

  @Test
  void refusesAMaskThatAllowsNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Masked.argmax(new float[2], new boolean[2]))
        .withMessage("mask must allow an action, allowed none");
  }

  @Test
  void refusesAMaskOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Masked.argmax(new float[2], new boolean[3]))
        .withMessage("mask must have 2 values, had: 3");
  }

  private static boolean anyOf(boolean[] mask) {
    for (boolean allowed : mask) {
      if (allowed) {
        return true;
      }
    }
    return false;
  }
}
