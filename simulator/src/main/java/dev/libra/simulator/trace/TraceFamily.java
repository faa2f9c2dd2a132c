package dev.libra.simulator.trace;

import dev.libra.environment.SeededRandom;
import dev.libra.fleet.Check;
import java.util.Locale;

/** Kinds of synthetic traces, from easy to hard; each trace of a kind is another one. */
public enum TraceFamily {
  /** One rate. */
  CONSTANT {
    @Override
    double[] shape(int seconds, SeededRandom random) {
      return Shapes.constant(seconds, random.nextDouble(0.1, 1));
    }
  },
  /** Straight lines between levels. */
  RAMPS {
    @Override
    double[] shape(int seconds, SeededRandom random) {
      return Shapes.noisy(Shapes.ramps(seconds, random), 0.03, random);
    }
  },
  /** Day and night, compressed. */
  DIURNAL {
    @Override
    double[] shape(int seconds, SeededRandom random) {
      double dayS = random.nextDouble(600, 5400);
      return Shapes.noisy(Shapes.diurnal(seconds, dayS, random), random.nextDouble(0, 0.1), random);
    }
  },
  /** Seven days of which two are weaker, compressed. */
  WEEKLY {
    @Override
    double[] shape(int seconds, SeededRandom random) {
      double dayS = random.nextDouble(400, 1800);
      return Shapes.noisy(Shapes.weekly(seconds, dayS, random), random.nextDouble(0, 0.1), random);
    }
  },
  /** A level with strong noise. */
  NOISY {
    @Override
    double[] shape(int seconds, SeededRandom random) {
      return Shapes.noisy(
          Shapes.diurnal(seconds, 3600, random), random.nextDouble(0.1, 0.35), random);
    }
  },
  /** As rough from second to second as from minute to minute, as the sum of many sources is. */
  SELF_SIMILAR {
    @Override
    double[] shape(int seconds, SeededRandom random) {
      return Shapes.selfSimilar(Shapes.diurnal(seconds, 3600, random), random);
    }
  },
  /** Jobs that come by the clock, on top of a day. */
  SCHEDULED {
    @Override
    double[] shape(int seconds, SeededRandom random) {
      double[] jobs = Shapes.scheduled(Shapes.diurnal(seconds, 3600, random), random);
      return Shapes.noisy(jobs, random.nextDouble(0, 0.1), random);
    }
  },
  /** Two levels that follow each other at random: a Markov-modulated Poisson process. */
  BURSTY {
    @Override
    double[] shape(int seconds, SeededRandom random) {
      return Shapes.noisy(Shapes.bursts(seconds, random), 0.05, random);
    }
  },
  /** A new level every few seconds, most of them low and some of them very high. */
  SPIKY {
    @Override
    double[] shape(int seconds, SeededRandom random) {
      return Shapes.spiky(Shapes.diurnal(seconds, 3600, random), random);
    }
  },
  /** Levels that have little to do with each other, as the counts of small services have. */
  ERRATIC {
    @Override
    double[] shape(int seconds, SeededRandom random) {
      return Shapes.erratic(Shapes.diurnal(seconds, 3600, random), random);
    }
  },
  /** A steep rise out of nothing that dies away. */
  FLASH_CROWD {
    @Override
    double[] shape(int seconds, SeededRandom random) {
      return Shapes.noisy(Shapes.flashCrowds(seconds, random), 0.05, random);
    }
  };

  /** Rates relative to the peak, one per second. */
  abstract double[] shape(int seconds, SeededRandom random);

  /**
   * A trace of this kind in steps of 1 s.
   *
   * @param peak its highest rate in requests/s, but for {@link #CONSTANT}: an upper bound there
   * @param seconds its length
   */
  public Trace generate(double peak, int seconds, SeededRandom random) {
    Check.between("peak", peak, 0, 1e6);
    Check.between("seconds", seconds, 1, 10_000_000);
    double[] rates = shape(seconds, random);
    double highest = this == CONSTANT ? 1 : Shapes.max(rates);
    for (int i = 0; i < seconds; i++) {
      rates[i] = rates[i] / highest * peak;
    }
    return new Trace(name().toLowerCase(Locale.ROOT).replace('_', '-'), rates, 1);
  }
}
