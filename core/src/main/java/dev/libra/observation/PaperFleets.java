package dev.libra.observation;

import dev.libra.fleet.ServiceSpec;
import java.util.Arrays;

/**
 * The fleets that rules would have had on the load that a service has had, one for each rule, and
 * how they would have fared since the last observation. On paper load is a fluid that fills places
 * and queues, and a replica is ready some observations after it was wanted: coarse, but the same
 * for all. Not thread-safe.
 */
final class PaperFleets {
  /** Observations from a replica's being wanted to its being ready: 10 s. */
  private static final int STARTING = 5;

  /** Replicas that start at once. */
  private static final int STARTS = 2;

  /** In so many seconds a queue is to be worked off. */
  private static final double DRAINED_S = 20;

  /** Nobody waits for longer, in s. */
  private static final double PATIENCE_S = 30;

  /** As a share of what the SLO leaves for waiting: less than it is, to be on the safe side. */
  private static final double LONG_WAIT = 0.3;

  /**
   * Places that have to be free for a load to last, times what the SLO leaves for waiting in
   * service times.
   */
  private static final double FREE = 2;

  private static final int MOST = 1000;

  private final SizingRules rules;
  private final double[][] wanted;
  private final double[][] ready;
  private final double[] waiting;
  private final double[] late;
  private final double[] paid;
  private double required;
  private int observations;

  PaperFleets(SizingRules rules) {
    this.rules = rules;
    this.wanted = new double[STARTING][rules.size()];
    this.ready = new double[STARTING][rules.size()];
    this.waiting = new double[rules.size()];
    this.late = new double[rules.size()];
    this.paid = new double[rules.size()];
  }

  /**
   * Adds the load that was met since the last observation, and what the rules want now.
   *
   * @param load in requests/s
   * @param seconds that a request holds its place
   * @param passedS since the last observation; 0 for the first one
   */
  void add(Observation observation, double load, double seconds, double passedS) {
    if (observations == 0) {
      Arrays.stream(wanted).forEach(w -> Arrays.fill(w, observation.desired()));
      Arrays.stream(ready).forEach(r -> Arrays.fill(r, Math.max(1, observation.sample().ready())));
    } else {
      meet(observation.service(), load * seconds, seconds, passedS);
    }
    decide(observation.service(), seconds);
    observations++;
  }

  private void meet(ServiceSpec service, double load, double seconds, double passedS) {
    int concurrency = service.concurrency();
    double slackS = Math.max(seconds / 4, service.sloMs() / 1000 - seconds);
    double least = (load + FREE * seconds / slackS) / concurrency;
    required = service.clamp((int) Math.ceil(Math.min(MOST, least)));
    // Of how many requests came, by Poisson.
    double deviation = Math.max(1, Math.sqrt(load / seconds * passedS));
    double[] latest = wanted[(observations + STARTING - 1) % STARTING];
    double[] up = ready[observations % STARTING];
    for (int rule = 0; rule < up.length; rule++) {
      // What stands there is as many observations old as a start takes.
      up[rule] = Math.min(up[rule] + STARTS, wantedAllAlong(rule));
      double places = Math.max(1, up[rule]) * concurrency;
      double queue = waiting[rule] + (load - places) * passedS / seconds;
      waiting[rule] = Math.max(0, Math.min(places * PATIENCE_S / seconds, queue));
      late[rule] = late(waiting[rule], LONG_WAIT * places * slackS / seconds, deviation);
      paid[rule] = Math.max(up[rule], latest[rule]);
    }
  }

  /**
   * A load near the capacity is no lateness: what counts is the queue, which it may take minutes to
   * build. That on paper is off by a standard deviation of what came; without a queue nobody waits.
   *
   * @param longest queue that doesn't make anybody late
   */
  private static double late(double waiting, double longest, double deviation) {
    double unsure = Math.min(deviation, longest);
    return Math.max(0, Math.min(1, (waiting - longest) / (2 * unsure) + 0.5));
  }

  private double wantedAllAlong(int rule) {
    double fewest = Double.POSITIVE_INFINITY;
    for (double[] then : wanted) {
      fewest = Math.min(fewest, then[rule]);
    }
    return fewest;
  }

  private void decide(ServiceSpec service, double seconds) {
    double[] now = wanted[observations % STARTING];
    for (int rule = 0; rule < now.length; rule++) {
      double queued = waiting[rule] * seconds / DRAINED_S / service.concurrency();
      double replicas = Math.min(MOST, rules.wanted(rule) + queued);
      now[rule] = service.clamp((int) Math.ceil(replicas - 1e-9));
    }
  }

  /** What each rule wants now, in replicas. */
  double[] wanted() {
    return wanted[(observations + STARTING - 1) % STARTING];
  }

  /** How probably each rule's requests were late since the last observation. */
  double[] late() {
    return late;
  }

  /** The replicas that each rule would have paid for since the last observation. */
  double[] paid() {
    return paid;
  }

  /** The fewest replicas that the load since the last observation required. */
  double required() {
    return required;
  }
}
