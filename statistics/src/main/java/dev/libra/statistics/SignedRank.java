package dev.libra.statistics;

import dev.libra.fleet.Check;
import java.util.Arrays;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * The Wilcoxon signed-rank test of paired values, exact also with ties.
 *
 * <p>Wilcoxon 1945, Biometrics Bulletin 1(6). Differences of 0 are left out (Wilcoxon's own way),
 * equal ones share their mean rank, and the distribution of the rank sum is counted over all 2^n
 * signs (Streitberg and Röhmel 1986). Commons Math's own test refuses neither ties nor zeros but is
 * wrong with them.
 *
 * @param pairs those with a difference
 * @param rankSum of the positive differences
 * @param pValue two-sided; 1 without a difference
 */
public record SignedRank(int pairs, double rankSum, double pValue) {
  private static final int MAX_PAIRS = 1000;

  /**
   * Tests whether {@code first − second} lies around 0.
   *
   * @throws IllegalArgumentException if the lengths differ or a value is not within ±1e100
   */
  public static SignedRank test(double[] first, double[] second) {
    Check.between("number of paired values", second.length, first.length, first.length);
    Check.between("number of pairs", first.length, 1, MAX_PAIRS);
    double[] differences = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      Check.between("value", first[i], -1e100, 1e100);
      Check.between("value", second[i], -1e100, 1e100);
      differences[i] = first[i] - second[i];
    }
    double[] different = Arrays.stream(differences).filter(d -> d != 0).toArray();
    return different.length == 0 ? new SignedRank(0, 0, 1) : of(different);
  }

  private static SignedRank of(double[] differences) {
    double[] ranks = new NaturalRanking().rank(Arrays.stream(differences).map(Math::abs).toArray());
    // Mean ranks of ties are halves: doubled, they are whole numbers.
    int[] doubled = Arrays.stream(ranks).mapToInt(rank -> (int) Math.round(2 * rank)).toArray();
    int positive = 0;
    for (int i = 0; i < doubled.length; i++) {
      positive += differences[i] > 0 ? doubled[i] : 0;
    }
    int total = Arrays.stream(doubled).sum();
    double tail = lowerTail(doubled, Math.min(positive, total - positive));
    return new SignedRank(differences.length, positive / 2.0, Math.min(1, 2 * tail));
  }

  /** The share of the 2^n signs whose rank sum is at most {@code limit}. */
  private static double lowerTail(int[] ranks, int limit) {
    double[] share = new double[limit + 1];
    share[0] = 1;
    for (int rank : ranks) {
      for (int sum = limit; sum >= 0; sum--) {
        share[sum] = (share[sum] + (sum >= rank ? share[sum - rank] : 0)) / 2;
      }
    }
    return Arrays.stream(share).sum();
  }
}
