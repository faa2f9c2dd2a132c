package dev.libra.bench.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One question, asked of the engine and of wrk in turn.
 *
 * @param name for people
 * @param rate requests/s of both; 0 lets wrk send what it can
 */
record Contest(String name, double rate, List<JsonNode> engine, List<JsonNode> wrk) {

  Contest(String name, double rate) {
    this(name, rate, new ArrayList<>(), new ArrayList<>());
  }

  /** The median of a figure over the rounds; NaN without rounds. */
  static double median(List<JsonNode> rounds, String figure) {
    double[] sorted =
        rounds.stream().mapToDouble(r -> r.path(figure).asDouble()).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  double engineMedian(String figure) {
    return median(engine, figure);
  }

  double wrkMedian(String figure) {
    return median(wrk, figure);
  }
}
