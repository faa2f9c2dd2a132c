package dev.libra.learning.inference;

import com.sun.management.ThreadMXBean;
import dev.libra.fleet.Check;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.HdrHistogram.Histogram;

/**
 * How long one decision takes on this machine, in ns, and how many bytes it allocates.
 *
 * @param decisions how many were timed, after as many for warming up
 */
public record InferenceTiming(
    int decisions, long p50Ns, long p99Ns, long p999Ns, long maxNs, double bytesPerDecision) {

  /** Times {@link LearnedInference#act} on random observations, on the calling thread. */
  public static InferenceTiming measure(
      LearnedInference inference, int decisions, RandomGenerator random) {
    Check.between("decisions", decisions, 1, 100_000_000);
    double[][] observations = observations(inference.observationSize(), random);
    float[] scores = new float[inference.actions().size()];
    Histogram times = new Histogram(60_000_000_000L, 3);
    run(inference, observations, scores, decisions, times);
    times.reset();
    long before = allocated();
    run(inference, observations, scores, decisions, times);
    double bytes = (allocated() - before) / (double) decisions;
    return new InferenceTiming(
        decisions,
        times.getValueAtPercentile(50),
        times.getValueAtPercentile(99),
        times.getValueAtPercentile(99.9),
        times.getMaxValue(),
        bytes);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d decisions: P50 %.1f µs, P99 %.1f µs, P99.9 %.1f µs, max %.1f µs, %.2f bytes each",
        decisions,
        p50Ns / 1e3,
        p99Ns / 1e3,
        p999Ns / 1e3,
        maxNs / 1e3,
        bytesPerDecision);
  }

  private static void run(
      LearnedInference inference,
      double[][] observations,
      float[] scores,
      int decisions,
      Histogram times) {
    for (int i = 0; i < decisions; i++) {
      double[] observation = observations[i % observations.length];
      long start = System.nanoTime();
      inference.act(observation, null, scores);
      times.recordValue(System.nanoTime() - start);
    }
  }

  private static double[][] observations(int size, RandomGenerator random) {
    double[][] observations = new double[256][size];
    for (double[] observation : observations) {
      for (int i = 0; i < size; i++) {
        observation[i] = random.nextGaussian();
      }
    }
    return observations;
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
