package dev.libra.learning.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowsTest {

  @Test
  void putsHindsightBehindEachObservation() {
    float[] rows =
        Rows.beside(new float[] {1, 2, 3, 4}, new double[][] {{10, 11, 12}, {20, 21, 22}});
    assertThat(rows).containsExactly(1, 2, 10, 11, 12, 3, 4, 20, 21, 22);
  }

  @Test
  void leavesObservationsAsTheyAreWhereThereIsNone() {
    assertThat(Rows.beside(new float[] {1, 2, 3, 4}, new double[2][0])).containsExactly(1, 2, 3, 4);
  }
}
