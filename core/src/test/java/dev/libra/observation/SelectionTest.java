package dev.libra.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SelectionTest {

  @Property
  void givesWhatSortingWouldPutThere(
      @ForAll @Size(min = 1, max = 400) double[] numbers, @ForAll @IntRange(min = 0) int any) {
    check(numbers, any % numbers.length);
  }

  @Property
  void alsoAmongManyEqualNumbers(
      @ForAll @Size(min = 1, max = 400) @IntRange(min = 0, max = 3) int[] few,
      @ForAll @IntRange(min = 0) int any) {
    check(Arrays.stream(few).asDoubleStream().toArray(), any % few.length);
  }

  @Property
  void leavesWhatDoesNotCount(@ForAll @Size(min = 2, max = 20) double[] numbers) {
    double[] moved = numbers.clone();
    Selection.select(moved, numbers.length - 1, 0);
    assertThat(moved[numbers.length - 1]).isEqualTo(numbers[numbers.length - 1]);
  }

  private static void check(double[] numbers, int rank) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double found = Selection.select(numbers.clone(), numbers.length, rank);
    // 0.0 and -0.0 are the same number to whoever asks, not to Double.equals.
    assertThat(found == sorted[rank]).isTrue();
  }
}
