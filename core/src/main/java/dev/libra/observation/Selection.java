package dev.libra.observation;

/**
 * Finds what would stand at a place if numbers were sorted, without sorting them: a training asks
 * twice per step (Hoare 1961, "Algorithm 65: Find", Communications of the ACM 4(7)).
 */
final class Selection {
  private Selection() {}

  /**
   * The number that as many as {@code rank} others are not above; the array is reordered.
   *
   * @param numbers none of them NaN
   * @param count so many of the first ones count
   * @param rank from 0 to {@code count - 1}
   */
  static double select(double[] numbers, int count, int rank) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      double pivot = numbers[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (numbers[i] < pivot) {
          i++;
        }
        while (numbers[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swapped = numbers[i];
          numbers[i++] = numbers[j];
          numbers[j--] = swapped;
        }
      }
      if (rank <= j) {
        high = j;
      } else if (rank >= i) {
        low = i;
      } else {
        return numbers[rank];
      }
    }
    return numbers[rank];
  }
}
