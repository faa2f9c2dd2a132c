package dev.libra.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The load that a service has had: how high it was, what it is expected to be, and what simple
 * rules would have come to on it. Not thread-safe.
 */
final class LoadMemory {
  private static final double WITHIN_S = 10;
  private static final double MINUTE_S = 60;
  private static final double HIGH = 0.95;

  /** Standard deviations that 95 % of a normal distribution are below. */
  private static final double HIGH_DEVIATIONS = 1.65;

  /** Means that rules go by; the forecasts come on top of them. */
  private static final double[] MEANS_S = {10, 30, 60, 120, 300, 600};

  private static final int FORECASTS = 4;

  private final OfferedRate offered = new OfferedRate();
  private final History rates = new History();
  private final Peaks peaks = new Peaks();
  private final LoadForecast soon = new LoadForecast(Duration.ofSeconds(10));
  private final LoadForecast minute = new LoadForecast(Duration.ofSeconds(60));
  private final double[] measures = new double[MEANS_S.length + FORECASTS];
  private final Backtest backtest =
      new Backtest(measures.length, Duration.ofMinutes(5), Duration.ofMinutes(30));
  private Instant last;

  /**
   * Adds what is seen now, later than all before.
   *
   * @param seconds that a request holds its place
   */
  void add(Observation observation, double seconds) {
    Instant now = observation.at();
    double passedS = last == null ? 0 : Duration.between(last, now).toMillis() / 1000.0;
    last = now;
    offered.add(observation.sample(), observation.service().sloMs(), passedS);
    double rate = offered.value();
    rates.add(now, rate);
    peaks.add(now, rate);
    soon.add(now, rate);
    minute.add(now, rate);
    measure();
    backtest.add(observation, rate, measures, seconds, passedS);
  }

  private void measure() {
    for (int i = 0; i < MEANS_S.length; i++) {
      measures[i] = rates.mean(MEANS_S[i]);
    }
    int at = MEANS_S.length;
    measures[at++] = soon.expected();
    measures[at++] = soon.high(HIGH_DEVIATIONS);
    measures[at++] = minute.expected();
    measures[at] = minute.high(HIGH_DEVIATIONS);
  }

  /** Requests/s that come now. */
  double now() {
    return offered.value();
  }

  /**
   * Loads to be ready for, in requests/s: that of now; what is expected in 10 s, and what is
   * exceeded then once in twenty times; the same in a minute; the highest of the last minute; of
   * the last five minutes; what 95 % of the last ten minutes' were below; the mean of the last five
   * minutes; the highest of the last half hour; that of now if it rose as far as it ever did within
   * 10 s in the last ten minutes.
   */
  double[] toBeReadyFor() {
    return new double[] {
      now(),
      soon.expected(),
      soon.high(HIGH_DEVIATIONS),
      minute.expected(),
      minute.high(HIGH_DEVIATIONS),
      peaks.highest(MINUTE_S),
      peaks.highest(5 * MINUTE_S),
      rates.quantile(HIGH, 10 * MINUTE_S),
      rates.mean(5 * MINUTE_S),
      peaks.highest(30 * MINUTE_S),
      now() + rates.surge(WITHIN_S, 10 * MINUTE_S)
    };
  }

  /** Of the last two minutes: the mean change from one reading to the next, in means. */
  double roughness() {
    return rates.roughness(2 * MINUTE_S);
  }

  /**
   * What simple rules say, by the last five minutes and by the last half hour.
   *
   * @param desired replicas that are wanted in fact
   * @param price of being late all the time, in what as many replicas cost as the load required
   */
  List<Advice> advice(int desired, double price) {
    return backtest.advice(desired, price);
  }
}
