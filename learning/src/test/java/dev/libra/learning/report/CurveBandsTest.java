package dev.libra.learning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.libra.learning.chart.BandPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveBandsTest {

  @Test
  void beginsWhereEverySeedHasAValueAndKeepsTheLast() {
    List<BandPoint> points =
        CurveBands.of(List.of(row(1, 0, 10), row(1, 10, 20), row(2, 4, 50), row(2, 6, 60)));
    assertThat(points)
        .containsExactly(
            new BandPoint(4, 10, 30, 50),
            new BandPoint(5, 10, 30, 50),
            new BandPoint(6, 10, 35, 60),
            new BandPoint(7, 10, 35, 60),
            new BandPoint(8, 10, 35, 60),
            new BandPoint(9, 10, 35, 60),
            new BandPoint(10, 20, 40, 60));
  }

  @Test
  void longCurvesAreThinnedOutToBothEnds() {
    List<BandPoint> points = CurveBands.of(List.of(row(1, 7, 1), row(1, 1_000_000, 2)));
    assertThat(points).hasSize(200);
    assertThat(points.get(0)).isEqualTo(new BandPoint(7, 1, 1, 1));
    assertThat(points.get(199)).isEqualTo(new BandPoint(1_000_000, 2, 2, 2));
  }

  @Test
  void refusesTwoValuesAtOneStep() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurveBands.of(List.of(row(1, 7, 1), row(1, 7, 2))))
        .withMessage("task a has step 7 of seed 1 twice");
  }

  private static CurveRow row(long seed, long step, double meanReturn) {
    return new CurveRow("a", seed, step, meanReturn);
  }
}
