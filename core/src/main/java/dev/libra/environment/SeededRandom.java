package dev.libra.environment;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * SplitMix64, a seeded generator whose state can be saved.
 *
 * <p>Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014.
 */
public final class SeededRandom implements RandomGenerator, Restorable {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  public SeededRandom(long seed) {
    seed(seed);
  }

  /** Starts anew, as if made with this seed. */
  public void seed(long seed) {
    // Mixed, so that neighbouring seeds don't start on neighbouring states.
    state = mix(seed ^ GOLDEN_GAMMA);
  }

  @Override
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Puts numbers in any order, each as probable (Fisher and Yates). */
  public void shuffle(int[] numbers) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swapped = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = swapped;
    }
  }

  /** Goes on where the other one stands. */
  public void follow(SeededRandom other) {
    state = other.state;
  }

  /** A generator of its own, seeded by this one. */
  public SeededRandom split() {
    return new SeededRandom(nextLong());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(state);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    state = in.readLong();
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
