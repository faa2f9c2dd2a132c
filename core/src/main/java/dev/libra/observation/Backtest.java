package dev.libra.observation;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What many simple rules would have come to on the load that a service has had. Load doesn't depend
 * on who scales, so that each rule's fleet can be followed on paper beside the real one: prediction
 * with expert advice, where the losses of all experts are known (Cesa-Bianchi and Lugosi 2006,
 * Prediction, Learning, and Games) and old ones are forgotten. Not thread-safe.
 */
final class Backtest {
  /** What is shorter than that says nothing yet. */
  private static final double LEAST_S = 60;

  private final SizingRules rules;
  private final PaperFleets fleets;
  private final List<Ledger> ledgers;
  private double seenS;

  /**
   * @param measures how many measures of the load the rules go by
   * @param memories for how long what happened counts, for one piece of advice each
   */
  Backtest(int measures, Duration... memories) {
    this.rules = new SizingRules(measures);
    this.fleets = new PaperFleets(rules);
    this.ledgers = Stream.of(memories).map(m -> new Ledger(rules.size(), m)).toList();
  }

  /**
   * Adds what is seen now, later than all before.
   *
   * @param load that was met since the last observation, in requests/s
   * @param measures of the load now, in requests/s
   * @param seconds that a request holds its place
   * @param passedS since the last observation; 0 for the first one
   */
  void add(
      Observation observation, double load, double[] measures, double seconds, double passedS) {
    rules.add(observation.at(), measures, seconds, observation.service());
    fleets.add(observation, load, seconds, passedS);
    if (passedS > 0) {
      ledgers.forEach(ledger -> ledger.add(fleets, passedS));
    }
    seenS += passedS;
  }

  /**
   * What the rules say at present, by each memory.
   *
   * @param desired replicas that are wanted in fact
   * @param price of being late all the time, in what as many replicas cost as the load required
   */
  List<Advice> advice(int desired, double price) {
    if (seenS < LEAST_S) {
      return ledgers.stream().map(ledger -> Advice.none(desired)).toList();
    }
    return ledgers.stream().map(l -> l.advice(fleets.wanted(), desired, price)).toList();
  }
}
