package dev.libra.bench.traffic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The engine against wrk on one target: what a request costs, and whether the latencies agree. The
 * target has one core and the load the other; engine and wrk take turns, so that both meet the same
 * weather.
 */
public final class TrafficBenchmark {
  static final double RATE = 10_000;
  private static final double MODEST_RATE = 2_000;
  private static final double KNOWN_MEDIAN_MS = 8;
  private static final double KNOWN_SIGMA = 0.4;
  private static final long STALL_MS = 1_000;
  private static final int STALL_PERIOD_S = 10;

  private final int port;
  private final int rounds;
  private final int seconds;
  private final Consumer<String> progress;

  /**
   * @param port of the upstream
   * @param rounds of each contest; medians are told
   * @param seconds of each shot, after 5 s of warm-up for the engine
   */
  public TrafficBenchmark(int port, int rounds, int seconds, Consumer<String> progress) {
    this.port = port;
    this.rounds = rounds;
    this.seconds = seconds;
    this.progress = progress;
  }

  public Result run() throws IOException {
    List<Contest> contests = new ArrayList<>();
    try (Shots shots = new Shots(port)) {
      shots.upstream(0, 0, 0);
      contests.add(contest(shots, new Contest("at once", RATE), RATE, rounds, seconds));
      contests.add(contest(shots, new Contest("flat out", 0), 3 * RATE, rounds, seconds));
      shots.upstream(KNOWN_MEDIAN_MS, KNOWN_SIGMA, 0);
      contests.add(
          contest(shots, new Contest("log-normal", MODEST_RATE), MODEST_RATE, rounds, seconds));
      shots.upstream(KNOWN_MEDIAN_MS, KNOWN_SIGMA, STALL_MS);
      contests.add(
          contest(shots, new Contest("stall", MODEST_RATE), MODEST_RATE, 1, whole(seconds)));
      return new Result(contests, shots.commands(), rounds, seconds);
    }
  }

  private Contest contest(Shots shots, Contest contest, double engineRate, int times, int duration)
      throws IOException {
    for (int round = 1; round <= times; round++) {
      progress.accept(contest.name() + ", round " + round + " of " + times);
      contest.engine().add(shots.engine(engineRate, duration));
      contest.wrk().add(shots.wrk(contest.rate(), duration));
    }
    return contest;
  }

  /** A whole number of stalls. */
  private static int whole(int seconds) {
    return (seconds + STALL_PERIOD_S - 1) / STALL_PERIOD_S * STALL_PERIOD_S;
  }
}
