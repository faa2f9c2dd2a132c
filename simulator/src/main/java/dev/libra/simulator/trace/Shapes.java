package dev.libra.simulator.trace;

import dev.libra.environment.SeededRandom;
import java.util.Arrays;

/** Shapes of load, one positive number per second. */
final class Shapes {
  private static final double LOWEST = 0.01;
  private static final double NOISE_MEMORY = 0.9;

  /** Time scales of a self-similar load, each four times the one before. */
  private static final int SCALES = 6;

  private Shapes() {}

  static double max(double[] rates) {
    return Arrays.stream(rates).max().orElse(1);
  }

  static double[] constant(int seconds, double rate) {
    double[] rates = new double[seconds];
    Arrays.fill(rates, rate);
    return rates;
  }

  static double[] ramps(int seconds, SeededRandom random) {
    double[] rates = new double[seconds];
    double from = random.nextDouble(0.1, 1);
    int at = 0;
    while (at < seconds) {
      int length = random.nextInt(30, 600);
      double to = random.nextDouble() < 0.3 ? from : random.nextDouble(0.05, 1);
      for (int i = 0; i < length && at < seconds; i++) {
        rates[at++] = from + (to - from) * i / length;
      }
      from = to;
    }
    return rates;
  }

  /** A sine with a second harmonic, between a night of 10–60 % and a day of 100 %. */
  static double[] diurnal(int seconds, double dayS, SeededRandom random) {
    double night = random.nextDouble(0.1, 0.6);
    double phase = random.nextDouble();
    double second = random.nextDouble(0, 0.3);
    double shift = random.nextDouble();
    double[] rates = new double[seconds];
    for (int i = 0; i < seconds; i++) {
      double day = i / dayS + phase;
      double height = wave(day) + second * wave(2 * day + shift);
      rates[i] = night + (1 - night) * height / (1 + second);
    }
    return rates;
  }

  private static double wave(double periods) {
    return (1 - StrictMath.cos(2 * Math.PI * periods)) / 2;
  }

  static double[] weekly(int seconds, double dayS, SeededRandom random) {
    double[] rates = diurnal(seconds, dayS, random);
    double weekend = random.nextDouble(0.3, 0.8);
    int firstDay = random.nextInt(7);
    for (int i = 0; i < seconds; i++) {
      int day = (int) (i / dayS + firstDay) % 7;
      rates[i] *= day >= 5 ? weekend : 1;
    }
    return rates;
  }

  /** Multiplies by a first-order autoregressive noise around 1. */
  static double[] noisy(double[] rates, double sigma, SeededRandom random) {
    double noise = 0;
    double fresh = StrictMath.sqrt(1 - NOISE_MEMORY * NOISE_MEMORY);
    for (int i = 0; i < rates.length; i++) {
      noise = NOISE_MEMORY * noise + fresh * gaussian(random);
      rates[i] = Math.max(LOWEST, rates[i] * (1 + sigma * noise));
    }
    return rates;
  }

  /**
   * Multiplies by a noise whose power falls with the frequency (Leland et al. 1994, IEEE/ACM
   * Transactions on Networking 2(1)): a sum of autoregressive ones that remember 1 s to 17 minutes,
   * log-normal or normal.
   */
  static double[] selfSimilar(double[] rates, SeededRandom random) {
    double sigma = random.nextDouble(0.05, 0.6);
    double slowness = random.nextDouble(0.6, 1.6);
    boolean skewed = random.nextDouble() < 0.5;
    double[] noise = new double[SCALES];
    double[] memories = new double[SCALES];
    double[] fresh = new double[SCALES];
    double[] weights = new double[SCALES];
    double squares = 0;
    for (int k = 0; k < SCALES; k++) {
      noise[k] = gaussian(random);
      memories[k] = StrictMath.exp(-1.0 / (1 << 2 * k));
      fresh[k] = StrictMath.sqrt(1 - memories[k] * memories[k]);
      weights[k] = StrictMath.pow(slowness, k);
      squares += weights[k] * weights[k];
    }
    double length = StrictMath.sqrt(squares);
    for (int i = 0; i < rates.length; i++) {
      double level = 0;
      for (int k = 0; k < SCALES; k++) {
        noise[k] = memories[k] * noise[k] + fresh[k] * gaussian(random);
        level += weights[k] * noise[k] / length;
      }
      rates[i] = Math.max(LOWEST, rates[i] * factor(sigma * level, skewed));
    }
    return rates;
  }

  /** Up to three kinds of jobs, each with a period of 1–15 minutes, a length and a height. */
  static double[] scheduled(double[] rates, SeededRandom random) {
    int kinds = random.nextInt(1, 4);
    double[] factors = constant(rates.length, 1);
    for (int kind = 0; kind < kinds; kind++) {
      int periodS = (int) Math.round(60 * StrictMath.pow(15, random.nextDouble()));
      int lengthS = (int) (periodS * random.nextDouble(0.02, 0.5));
      int phaseS = random.nextInt(periodS);
      double height = random.nextDouble(0.2, 3);
      for (int i = 0; i < rates.length; i++) {
        factors[i] += (i + phaseS) % periodS < lengthS ? height : 0;
      }
    }
    for (int i = 0; i < rates.length; i++) {
      rates[i] *= factors[i];
    }
    return rates;
  }

  private static double factor(double deviation, boolean skewed) {
    return skewed ? StrictMath.exp(deviation) : 1 + deviation;
  }

  /** The sum of twelve uniforms: the same bits everywhere, and no noise beyond six sigmas. */
  private static double gaussian(SeededRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  static double[] bursts(int seconds, SeededRandom random) {
    double meanQuietS = random.nextDouble(30, 300);
    double meanBurstS = random.nextDouble(10, 120);
    double quiet = random.nextDouble(0.2, 0.7);
    double[] rates = new double[seconds];
    boolean bursting = random.nextDouble() < 0.3;
    int at = 0;
    while (at < seconds) {
      double mean = bursting ? meanBurstS : meanQuietS;
      int length = 1 + (int) (-mean * StrictMath.log1p(-random.nextDouble()));
      double level = bursting ? random.nextDouble(quiet, 1) : quiet * random.nextDouble(0.7, 1.3);
      int end = Math.min(seconds, at + length);
      Arrays.fill(rates, at, end, level);
      at = end;
      bursting = !bursting;
    }
    return rates;
  }

  /**
   * Multiplies each stretch of 2–30 s by one plus an exponential number, now and then a large one.
   */
  static double[] spiky(double[] rates, SeededRandom random) {
    int stepS = random.nextInt(2, 30);
    double usual = random.nextDouble(0.05, 0.6);
    double rare = random.nextDouble(0, 0.08);
    double large = random.nextDouble(1, 4);
    double factor = 1;
    for (int i = 0; i < rates.length; i++) {
      if (i % stepS == 0) {
        double scale = random.nextDouble() < rare ? large : usual;
        factor = 1 - scale * StrictMath.log1p(-random.nextDouble());
      }
      rates[i] *= factor;
    }
    return rates;
  }

  /**
   * Multiplies each stretch of 2–60 s by a number around 1, log-normal or normal, which remembers
   * the one before more or less.
   */
  static double[] erratic(double[] rates, SeededRandom random) {
    int stepS = (int) Math.round(2 * StrictMath.pow(30, random.nextDouble()));
    double sigma = random.nextDouble(0.2, 1.1);
    double memory = random.nextDouble(0, 0.95);
    boolean skewed = random.nextDouble() < 0.5;
    double fresh = StrictMath.sqrt(1 - memory * memory);
    double level = gaussian(random);
    for (int i = 0; i < rates.length; i++) {
      if (i % stepS == 0) {
        level = memory * level + fresh * gaussian(random);
      }
      rates[i] = Math.max(LOWEST, rates[i] * factor(sigma * level, skewed));
    }
    return rates;
  }

  /** Crowds on a gentle day: a rise in 5–60 s to a multiple, a stay, and an exponential decay. */
  static double[] flashCrowds(int seconds, SeededRandom random) {
    double[] rates = diurnal(seconds, random.nextDouble(1800, 7200), random);
    int crowds = 1 + (int) (random.nextDouble() * seconds / 900);
    for (int c = 0; c < crowds; c++) {
      crowd(rates, random);
    }
    return rates;
  }

  private static void crowd(double[] rates, SeededRandom random) {
    int begin = random.nextInt(rates.length);
    int rise = random.nextInt(5, 60);
    int stay = random.nextInt(20, 240);
    double decayS = random.nextDouble(20, 300);
    double factor = random.nextDouble(0.5, 5);
    for (int i = begin; i < rates.length; i++) {
      int t = i - begin;
      double height =
          t < rise
              ? (double) t / rise
              : t < rise + stay ? 1 : StrictMath.exp(-(t - rise - stay) / decayS);
      rates[i] *= 1 + factor * height;
    }
  }
}
