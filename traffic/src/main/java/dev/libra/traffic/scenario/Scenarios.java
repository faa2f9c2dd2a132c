package dev.libra.traffic.scenario;

import static dev.libra.traffic.scenario.Scenario.of;
import static dev.libra.traffic.scenario.Scenario.shop;

import dev.libra.load.ScenarioInfo;
import dev.libra.traffic.call.Crowd;
import dev.libra.traffic.call.Mix;
import dev.libra.traffic.engine.Retries;
import dev.libra.traffic.rate.BurstCurve;
import dev.libra.traffic.rate.DayCurve;
import dev.libra.traffic.rate.PiecewiseCurve;
import dev.libra.traffic.rate.PiecewiseCurve.Point;
import dev.libra.traffic.rate.RandomSpikes;
import dev.libra.traffic.rate.RateCurve;
import dev.libra.traffic.rate.StepCurve;
import java.util.List;

/** The catalogue of named scenarios; the same seed gives the same one. */
public final class Scenarios {
  private static final long PREVIEW_SEED = 1;

  private Scenarios() {}

  /** All of them, drawn with this seed. */
  public static List<Scenario> all(long seed) {
    return List.of(
        shop(
            "default",
            "gentle days of ten minutes, between 5 and 30 requests/s, without end",
            new DayCurve(5, 30, 600)),
        shop("constant", "50 requests/s for 5 minutes", constant(50, 300)),
        shop(
            "ramp",
            "from 10 to 200 requests/s in 5 minutes, and back in one",
            through(0, 10, 300, 200, 360, 10)),
        shop(
            "spike",
            "15 requests/s, a spike of 140 for 90 s, then 15 again until the stock HPA has scaled"
                + " down",
            through(0, 15, 30, 15, 35, 140, 125, 140, 130, 15, 540, 15)),
        shop("steady", "20 requests/s for 10 minutes", constant(20, 600)),
        shop(
            "step",
            "up in steps of a minute, 10, 30, 60, 90 requests/s, and down again",
            new StepCurve(new double[] {10, 30, 60, 90, 60, 30, 10}, 60)),
        shop(
            "burst",
            "10 requests/s, and every minute 10 s of 90, for 10 minutes",
            new BurstCurve(10, 90, 60, 10).lasting(600)),
        shop(
            "random-spikes",
            "12 requests/s with spikes up to 110 at random times, for 15 minutes",
            new RandomSpikes(12, 110, 60, 900).curve(seed)),
        shop(
            "day-and-night",
            "days of ten minutes, between 5 and 80 requests/s, without end",
            new DayCurve(5, 80, 600)),
        shop("weekly", "a week of two-minute days, the weekend's are the busiest", week()),
        of(
            "long-tail",
            "15 requests/s for 5 minutes of rare, misspelt and half-typed searches",
            constant(15, 300),
            Mix.LONG_TAIL),
        shop(
                "bot-attack",
                "15 requests/s of users for 6 minutes, and from the second to the fourth 150 of"
                    + " bots that scrape and try passwords",
                constant(15, 360))
            .and(through(0, 0, 60, 0, 61, 150, 240, 150, 241, 0, 360, 0), Crowd.bots()),
        shop(
                "retry-storm",
                "15 requests/s with a minute of 110, from clients that try five times again half a"
                    + " second after a failure",
                through(0, 15, 60, 15, 62, 110, 122, 110, 124, 15, 360, 15))
            .retrying(new Retries(5, 0.5)),
        shop(
                "flash-sale",
                "users gather for two minutes; then the sale opens, and buyers log in and pay at"
                    + " 100 requests/s, fewer and fewer",
                through(0, 8, 120, 45, 180, 20, 360, 8))
            .and(through(0, 0, 120, 0, 121, 100, 180, 60, 300, 5, 360, 0), Crowd.users(Mix.SALE)),
        shop("rush", "10 000 requests/s for a minute", constant(10_000, 60)));
  }

  public static List<ScenarioInfo> infos() {
    return all(PREVIEW_SEED).stream().map(Scenario::info).toList();
  }

  /**
   * @param seed of what is random in the curve
   * @throws IllegalArgumentException listing the names there are
   */
  public static Scenario named(String name, long seed) {
    List<Scenario> all = all(seed);
    return all.stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "scenario must be one of "
                        + all.stream().map(Scenario::name).toList()
                        + ", was: "
                        + name));
  }

  private static RateCurve week() {
    double[] weekdays = {0.80, 0.75, 0.80, 0.85, 1.00, 1.40, 1.25};
    return new DayCurve(5, 60, 120).times(new StepCurve(weekdays, 120));
  }

  private static RateCurve constant(double rate, double durationS) {
    return PiecewiseCurve.constant(rate, durationS);
  }

  /** Straight lines through pairs of second and rate. */
  private static RateCurve through(double... corners) {
    Point[] points = new Point[corners.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Point(corners[2 * i], corners[2 * i + 1]);
    }
    return PiecewiseCurve.through(points);
  }
}
