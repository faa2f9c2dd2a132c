package dev.libra.observation;

import dev.libra.fleet.ServiceSpec;
import dev.libra.metrics.Sample;
import java.time.Duration;
import java.util.Arrays;
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
 *   <li>load: requests/s as a share of what the ready replicas can do nominally (replicas ×
 *       concurrency ÷ service time);
 *   <li>the same load once as many are ready as are wanted;
 *   <li>the same with one fewer;
 *   <li>requests in flight as a share of the ready replicas' places;
 *   <li>ready replicas as a share of the maximum;
 *   <li>wanted replicas that are not ready, as such a share;
 *   <li>wanted replicas, as such a share;
 *   <li>time since the wanted count was last changed: ln(1 + s) ÷ ln(601), 1 if it never was;
 *   <li>age of the sample, 1 being 10 s;
 *   <li>the load that the trend of the last 20 s leads to in 10 s, as a share of what as many ready
 *       replicas as are wanted can do;
 *   <li>the highest load of the last minute, as such a share;
 *   <li>the highest load of the last five minutes, as such a share;
 *   <li>the mean load of the last five minutes, as such a share;
 *   <li>how rough the last two minutes were: the mean change from one reading to the next as a
 *       share of the mean.
 * </ol>
 *
 * <p>The last five come from the observations that this encoder has had: each service has its own,
 * and gives it every observation once. Encoding the same one again changes nothing. Not
 * thread-safe.
 */
public final class ObservationEncoder {
  /** Name and version of the layout. */
  public static final String LAYOUT = "libra-3";

  /** What the numbers are, in order. */
  public static final List<Feature> FEATURES =
      List.of(
          new Feature("cpu", 4),
          new Feature("latency", 5),
          new Feature("errors", 1),
          new Feature("load", 3),
          new Feature("load-desired", 3),
          new Feature("load-one-fewer", 3),
          new Feature("fill", 2),
          new Feature("ready", 1),
          new Feature("pending", 1),
          new Feature("desired", 1),
          new Feature("since-change", 1),
          new Feature("age", 1),
          new Feature("forecast", 3),
          new Feature("peak-minute", 3),
          new Feature("peak-five", 3),
          new Feature("mean-five", 3),
          new Feature("roughness", 1));

  private static final double LONGEST_LOG = Math.log(601);
  private static final double OLDEST_MS = 10_000;
  private static final double AHEAD_S = 10;
  private static final double MINUTE_S = 60;

  private final RateHistory history = new RateHistory();

  /**
   * One number.
   *
   * @param high it is cut off there; it is never below 0
   */
  public record Feature(String name, double high) {}

  public EncodedObservation encode(Observation observation) {
    return new EncodedObservation(LAYOUT, Arrays.stream(values(observation)).boxed().toList());
  }

  /** The numbers alone; the load goes into the history. */
  public double[] values(Observation observation) {
    ServiceSpec service = observation.service();
    Sample sample = observation.sample();
    double max = service.maxReplicas();
    int ready = sample.ready();
    int desired = observation.desired();
    double load = sample.requestsPerSecond() / service.nominalCapacity();
    double wanted = service.nominalCapacity() * Math.max(1, desired);
    history.add(observation.at(), sample.requestsPerSecond());
    double[] values = {
      sample.cpu(),
      Math.log1p(sample.p95Ms() / service.sloMs()),
      sample.errorRate(),
      load / Math.max(1, ready),
      load / Math.max(1, desired),
      load / Math.max(1, desired - 1),
      (double) sample.inFlight() / Math.max(1, ready) / service.concurrency(),
      ready / max,
      Math.max(0, desired - ready) / max,
      desired / max,
      sinceChange(observation),
      observation.age().toMillis() / OLDEST_MS,
      history.forecast(AHEAD_S) / wanted,
      history.highest(MINUTE_S) / wanted,
      history.highest(5 * MINUTE_S) / wanted,
      history.mean(5 * MINUTE_S) / wanted,
      history.roughness(2 * MINUTE_S)
    };
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.min(values[i], FEATURES.get(i).high());
    }
    return values;
  }

  private static double sinceChange(Observation observation) {
    if (observation.lastChange() == null) {
      return 1;
    }
    Duration since = Duration.between(observation.lastChange(), observation.at());
    return Math.log1p(Math.max(0, since.toMillis()) / 1000.0) / LONGEST_LOG;
  }
}
