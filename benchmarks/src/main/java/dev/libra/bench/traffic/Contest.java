package dev.libra.bench.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.libra.bench.load.Median;
import java.util.ArrayList;
import java.util.List;

/**
 * One question, asked of the engine and of wrk in turn.
 *
 * @param name for people
 * @param rate requests/s of both; 0 lets wrk send what it can
 */
public record Contest(String name, double rate, List<JsonNode> engine, List<JsonNode> wrk) {

  public Contest(String name, double rate) {
    this(name, rate, new ArrayList<>(), new ArrayList<>());
  }

  /** The median of a figure over the rounds; NaN without rounds. */
  static double median(List<JsonNode> rounds, String figure) {
    return Median.of(rounds.stream().map(r -> r.path(figure).asDouble()).toList());
  }

  public double engineMedian(String figure) {
    return median(engine, figure);
  }

  public double wrkMedian(String figure) {
    return median(wrk, figure);
  }
}
