package dev.libra.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SignedRankTest {

  @Test
  void agreesWithTheTables() {
    // n = 6, all negative: 2 ÷ 2^6. n = 8 with W = 3: P(W ≤ 3) = 5 ÷ 256.
    assertThat(test(-1, -2, -3, -4, -5, -6).pValue()).isEqualTo(2 / 64.0);
    assertThat(test(-1, -2, 3, -4, -5, -6, -7, -8).pValue()).isEqualTo(10 / 256.0);
    assertThat(test(-1, -2, 3, -4, -5, -6, -7, -8).rankSum()).isEqualTo(3);
  }

  @Test
  void tiesShareTheirMeanRank() {
    // ranks 1.5, 1.5, 3: of 8 signs those with a sum ≤ 1.5 are {}, {1.5}, {1.5}.
    SignedRank result = test(1, -1, -2);
    assertThat(result.rankSum()).isEqualTo(1.5);
    assertThat(result.pValue()).isEqualTo(6 / 8.0);
  }

  @Test
  void equalPairsAreLeftOut() {
    assertThat(test(0, 0, -1, -2)).isEqualTo(new SignedRank(2, 0, 0.5));
    assertThat(test(0, 0)).isEqualTo(new SignedRank(0, 0, 1));
  }

  @Test
  void refusesUnpairedOrInfiniteValues() {
    assertThatThrownBy(() -> SignedRank.test(new double[2], new double[3]))
        .hasMessageContaining("paired");
    assertThatThrownBy(() -> test(Double.NaN)).hasMessageContaining("value");
  }

  @Property(tries = 200)
  void countsTheSameAsTryingAllSigns(@ForAll long seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(9);
    double[] differences = random.ints(n, -5, 6).asDoubleStream().toArray();
    SignedRank result = test(differences);
    assertThat(result.pValue()).isCloseTo(enumerated(differences), within(1e-12));
    double[] negated = java.util.Arrays.stream(differences).map(d -> -d).toArray();
    assertThat(test(negated).pValue()).isEqualTo(result.pValue());
  }

  private static double enumerated(double[] differences) {
    double[] d = java.util.Arrays.stream(differences).filter(x -> x != 0).toArray();
    double[] ranks = new double[d.length];
    double total = 0;
    double observed = 0;
    for (int i = 0; i < d.length; i++) {
      for (double other : d) {
        ranks[i] += Math.abs(other) < Math.abs(d[i]) ? 1 : 0;
        ranks[i] += Math.abs(other) == Math.abs(d[i]) ? 0.5 : 0;
      }
      ranks[i] += 0.5;
      total += ranks[i];
      observed += d[i] > 0 ? ranks[i] : 0;
    }
    double low = Math.min(observed, total - observed);
    int hits = 0;
    for (int signs = 0; signs < 1 << d.length; signs++) {
      double sum = 0;
      for (int i = 0; i < d.length; i++) {
        sum += (signs >> i & 1) * ranks[i];
      }
      hits += sum <= low + 1e-9 ? 1 : 0;
    }
    return Math.min(1, 2.0 * hits / (1 << d.length));
  }

  private static SignedRank test(double... differences) {
    return SignedRank.test(differences, new double[differences.length]);
  }
}
