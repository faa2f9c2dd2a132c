package dev.libra.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void interquartileMeanOfTenLeavesOutTwoAtEachEnd() {
    // scipy.stats.trim_mean(x, 0.25) = (3 + 4 + 5 + 6 + 7 + 8) / 6
    assertThat(Statistics.interquartileMean(10, 9, 8, 7, 6, 5, 4, 3, 2, 1)).isEqualTo(5.5);
    assertThat(Statistics.interquartileMean(-1e6, 5, 3, 4, 6, 7, 8, 1e6, 1e6, -1e6)).isEqualTo(5.5);
  }

  @Test
  void interquartileMeanOfThreeIsTheirMean() {
    assertThat(Statistics.interquartileMean(1, 2, 9)).isEqualTo(4);
  }

  @Test
  void interquartileMeanOfFiveLeavesOutOneAtEachEnd() {
    assertThat(Statistics.interquartileMean(0, 1, 2, 3, 100)).isEqualTo(2);
  }

  @Property(tries = 300)
  void liesBetweenWorstAndBest(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -1e6, max = 1e6) Double> list) {
    double[] values = list.stream().mapToDouble(v -> v).toArray();
    double best = Arrays.stream(values).max().orElseThrow();
    assertThat(Statistics.interquartileMean(values))
        .isBetween(Statistics.worst(values) - 1e-6, best + 1e-6);
  }

  @Test
  void leavesTheValuesAsTheyAre() {
    double[] values = {3, 1, 2};
    Statistics.interquartileMean(values);
    assertThat(values).containsExactly(3, 1, 2);
  }

  @Test
  void meanIsTheMean() {
    assertThat(Statistics.mean(1, 2, 4)).isCloseTo(7 / 3.0, within(1e-12));
  }

  @Test
  void medianIsTheMiddleOrTheMeanOfTheMiddleTwo() {
    assertThat(Statistics.median(9, 1, 2)).isEqualTo(2);
    assertThat(Statistics.median(9, 1, 2, 4)).isEqualTo(3);
    assertThat(Statistics.median(5)).isEqualTo(5);
  }

  @Test
  void refusesNoValuesAndNaN() {
    assertThatIllegalArgumentException().isThrownBy(() -> Statistics.mean());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Statistics.interquartileMean(1, Double.NaN));
  }
}
