package dev.libra.observation;

import dev.libra.fleet.Check;
import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Turns an observation into numbers that mean the same for any service.
 *
 * <p>Layout {@value #LAYOUT}, each number bounded (see {@link #FEATURES}):
 *
 * <ol>
 *   <li>CPU as a fraction of the limit;
 *   <li>ln(1 + P95 ÷ SLO): 0.69 is the SLO itself;
 *   <li>error rate;
 *   <li>requests in flight as a share of the ready replicas' places;
 *   <li>ready replicas as a share of the maximum;
 *   <li>wanted replicas that are not ready, as such a share;
 *   <li>wanted replicas, as such a share;
 *   <li>what one replica is of those that are wanted;
 *   <li>time since the wanted count was last changed: ln(1 + s) ÷ ln(601), 1 if it never was;
 *   <li>age of the sample, 1 being 10 s;
 *   <li>pace: how long a request was seen to hold its place, as a multiple of what is configured,
 *       cut off where training ends;
 *   <li>slack: ln(1 + SLO ÷ that time);
 *   <li>the {@link Margin} of the ready replicas at the present load;
 *   <li>the margins of the wanted replicas, and those of one fewer: at the present load; at that
 *       which is expected in 10 s, and at that which is exceeded then once in twenty times; at
 *       these in a minute (see {@link LoadForecast}); at the highest of the last minute; at the
 *       highest of the last five minutes; at that which 95 % of the last ten minutes' were below;
 *       at the mean of the last five minutes; at the highest of the last half hour; at that of now
 *       if it rose as far as it ever did within 10 s in the last ten minutes;
 *   <li>the share of the last five minutes' samples whose P95 was over the SLO;
 *   <li>how rough the last two minutes were: the mean change from one reading to the next as a
 *       share of the mean;
 *   <li>what simple rules say that were followed on paper, by the last five minutes and by the last
 *       half hour (see {@link Backtest}): how many replicas more than now the best one of them
 *       wants, 0.5 being none and 1 being four; how much more than that one the best of those would
 *       have cost that want fewer, as many or more;
 *   <li>how much of its {@link Budget} the service has spent: what a policy goes by when it weighs
 *       late requests against cost.
 * </ol>
 *
 * <p>Much of it comes from the observations that this encoder has had: each service has its own,
 * and gives it every observation once. Encoding the same one again changes nothing. Not
 * thread-safe.
 */
public final class ObservationEncoder {
  /** No episode of training is slower; the margins count in all of it. */
  private static final double SLOWEST = 2.4;

  /** Name and version of the layout. */
  public static final String LAYOUT = "libra-6";

  /** What the numbers are, in order. */
  public static final List<Feature> FEATURES =
      List.of(
          new Feature("cpu", 4),
          new Feature("latency", 5),
          new Feature("errors", 1),
          new Feature("fill", 2),
          new Feature("ready", 1),
          new Feature("pending", 1),
          new Feature("desired", 1),
          new Feature("one", 1),
          new Feature("since-change", 1),
          new Feature("age", 1),
          new Feature("pace", SLOWEST),
          new Feature("slack", 5),
          new Feature("margin-ready", Margin.HIGHEST),
          new Feature("margin", Margin.HIGHEST),
          new Feature("margin-fewer", Margin.HIGHEST),
          new Feature("forecast", Margin.HIGHEST),
          new Feature("forecast-fewer", Margin.HIGHEST),
          new Feature("forecast-high", Margin.HIGHEST),
          new Feature("forecast-high-fewer", Margin.HIGHEST),
          new Feature("minute-ahead", Margin.HIGHEST),
          new Feature("minute-ahead-fewer", Margin.HIGHEST),
          new Feature("minute-ahead-high", Margin.HIGHEST),
          new Feature("minute-ahead-high-fewer", Margin.HIGHEST),
          new Feature("peak-minute", Margin.HIGHEST),
          new Feature("peak-minute-fewer", Margin.HIGHEST),
          new Feature("peak-five", Margin.HIGHEST),
          new Feature("peak-five-fewer", Margin.HIGHEST),
          new Feature("high-ten", Margin.HIGHEST),
          new Feature("high-ten-fewer", Margin.HIGHEST),
          new Feature("mean-five", Margin.HIGHEST),
          new Feature("mean-five-fewer", Margin.HIGHEST),
          new Feature("peak-half-hour", Margin.HIGHEST),
          new Feature("peak-half-hour-fewer", Margin.HIGHEST),
          new Feature("surge", Margin.HIGHEST),
          new Feature("surge-fewer", Margin.HIGHEST),
          new Feature("late-five", 1),
          new Feature("roughness", 1),
          new Feature("advice-five", 1),
          new Feature("fewer-five", 1),
          new Feature("same-five", 1),
          new Feature("more-five", 1),
          new Feature("advice", 1),
          new Feature("fewer", 1),
          new Feature("same", 1),
          new Feature("more", 1),
          new Feature("spent", 1));

  private static final double LONGEST_LOG = Math.log(601);
  private static final double OLDEST_MS = 10_000;
  private static final double MINUTE_S = 60;

  /** An advice to have so many replicas more is the strongest. */
  private static final double STRONGEST = 4;

  private final LoadMemory load = new LoadMemory();
  private final History late = new History();
  private final Pace pace = new Pace();
  private final Budget budget;
  private Instant last;

  /** The budget is what the observations say of it. */
  public ObservationEncoder() {
    this(ErrorBudget.standard());
  }

  public ObservationEncoder(Budget budget) {
    this.budget = Check.present("budget", budget);
  }

  /**
   * One number.
   *
   * @param high it is cut off there; it is never below 0
   */
  public record Feature(String name, double high) {}

  /** The numbers in the order of {@link #FEATURES}; what is seen goes into the history. */
  public double[] values(Observation observation) {
    remember(observation);
    double[] values = new double[FEATURES.size()];
    double seconds = pace.seconds(observation.service());
    double spent = budget.spent(observation);
    int at = present(observation, values);
    values[at++] = pace.factor();
    values[at++] = Math.log1p(observation.service().sloMs() / 1000 / seconds);
    at = margins(observation, seconds, values, at);
    values[at++] = late.mean(5 * MINUTE_S);
    values[at++] = load.roughness();
    at = advice(observation.desired(), LatePrice.at(spent), values, at);
    values[at] = spent;
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.min(values[i], FEATURES.get(i).high());
    }
    return values;
  }

  private void remember(Observation observation) {
    if (last != null && !observation.at().isAfter(last)) {
      return;
    }
    last = observation.at();
    boolean isLate = observation.sample().p95Ms() > observation.service().sloMs();
    late.add(observation.at(), isLate ? 1 : 0);
    pace.add(observation);
    load.add(observation, pace.seconds(observation.service()));
  }

  private int advice(int desired, double price, double[] values, int from) {
    int at = from;
    for (Advice advice : load.advice(desired, price)) {
      double more = (advice.wanted() - desired) / STRONGEST;
      values[at++] = Math.max(0, (1 + more) / 2);
      values[at++] = advice.fewer();
      values[at++] = advice.same();
      values[at++] = advice.more();
    }
    return at;
  }

  private static int present(Observation observation, double[] values) {
    ServiceSpec service = observation.service();
    Sample sample = observation.sample();
    double max = service.maxReplicas();
    int ready = sample.ready();
    int desired = observation.desired();
    int at = 0;
    values[at++] = sample.cpu();
    values[at++] = Math.log1p(sample.p95Ms() / service.sloMs());
    values[at++] = sample.errorRate();
    values[at++] = (double) sample.inFlight() / Math.max(1, ready) / service.concurrency();
    values[at++] = ready / max;
    values[at++] = Math.max(0, desired - ready) / max;
    values[at++] = desired / max;
    values[at++] = 1.0 / Math.max(1, desired);
    values[at++] = sinceChange(observation);
    values[at++] = observation.age().toMillis() / OLDEST_MS;
    return at;
  }

  private int margins(Observation observation, double seconds, double[] values, int from) {
    int concurrency = observation.service().concurrency();
    double places = (double) concurrency * observation.desired();
    int at = from;
    values[at++] =
        Margin.of((double) concurrency * observation.sample().ready(), load.now() * seconds);
    for (double rate : load.toBeReadyFor()) {
      values[at++] = Margin.of(places, rate * seconds);
      values[at++] = Margin.of(Math.max(0, places - concurrency), rate * seconds);
    }
    return at;
  }

  private static double sinceChange(Observation observation) {
    if (observation.lastChange() == null) {
      return 1;
    }
    Duration since = Duration.between(observation.lastChange(), observation.at());
    return Math.log1p(Math.max(0, since.toMillis()) / 1000.0) / LONGEST_LOG;
  }
}
