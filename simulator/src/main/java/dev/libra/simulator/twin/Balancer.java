package dev.libra.simulator.twin;

import dev.libra.environment.SeededRandom;
import java.util.Arrays;

/** The replicas with a free place; the less busy of two drawn at random is chosen. */
final class Balancer {
  private final SeededRandom random;
  private TwinReplica[] free = new TwinReplica[16];
  private int count;

  Balancer(SeededRandom random) {
    this.random = random;
  }

  /** The replica that gets the next request, or null when none has a place. */
  TwinReplica choose() {
    if (count < 2) {
      return count == 0 ? null : free[0];
    }
    long bits = random.nextLong();
    int first = bounded(bits >>> 32, count);
    int second = bounded(bits & 0xffffffffL, count - 1);
    TwinReplica a = free[first];
    TwinReplica b = free[second < first ? second : second + 1];
    return b.outstanding < a.outstanding ? b : a;
  }

  void add(TwinReplica replica) {
    if (count == free.length) {
      free = Arrays.copyOf(free, 2 * count);
    }
    replica.freeIndex = count;
    free[count++] = replica;
  }

  void remove(TwinReplica replica) {
    int hole = replica.freeIndex;
    if (hole < 0) {
      return;
    }
    TwinReplica last = free[--count];
    free[hole] = last;
    last.freeIndex = hole;
    free[count] = null;
    replica.freeIndex = -1;
  }

  /** Lemire 2019, https://doi.org/10.1145/3230636, without its correction: 1 in 2^32 / bound. */
  private static int bounded(long bits32, int bound) {
    return (int) (bits32 * bound >>> 32);
  }
}
