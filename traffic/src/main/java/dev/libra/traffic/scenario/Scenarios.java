package dev.libra.traffic.scenario;

import dev.libra.load.ScenarioInfo;
import dev.libra.traffic.rate.DayCurve;
import dev.libra.traffic.rate.PiecewiseCurve;
import dev.libra.traffic.rate.PiecewiseCurve.Point;
import dev.libra.traffic.rate.RateCurve;
import java.util.List;
import java.util.stream.IntStream;

/** The named traffic shapes. */
public final class Scenarios {
  private static final int PREVIEW_STEPS = 60;
  private static final double PREVIEW_OF_ENDLESS_S = 1200;

  private static final List<Scenario> ALL =
      List.of(
          new Scenario(
              "default",
              "gentle days of ten minutes, between 5 and 30 requests/s, without end",
              new DayCurve(5, 30, 600)),
          new Scenario("constant", "50 requests/s for 5 minutes", PiecewiseCurve.constant(50, 300)),
          new Scenario(
              "ramp",
              "from 10 to 200 requests/s in 5 minutes, and back in one",
              PiecewiseCurve.through(new Point(0, 10), new Point(300, 200), new Point(360, 10))),
          new Scenario(
              "spike",
              "15 requests/s, a spike of 140 for 90 s, then 15 again until the stock HPA has scaled"
                  + " down",
              PiecewiseCurve.through(
                  new Point(0, 15),
                  new Point(30, 15),
                  new Point(35, 140),
                  new Point(125, 140),
                  new Point(130, 15),
                  new Point(540, 15))));

  /**
   * A named curve.
   *
   * @param description one sentence for people
   */
  public record Scenario(String name, String description, RateCurve curve) {

    public ScenarioInfo info() {
      boolean endless = Double.isInfinite(curve.durationS());
      double shown = endless ? PREVIEW_OF_ENDLESS_S : curve.durationS();
      List<Double> preview =
          IntStream.range(0, PREVIEW_STEPS)
              .mapToObj(i -> curve.at((i + 0.5) * shown / PREVIEW_STEPS))
              .toList();
      return new ScenarioInfo(name, description, endless ? 0 : curve.durationS(), preview);
    }
  }

  private Scenarios() {}

  public static List<ScenarioInfo> infos() {
    return ALL.stream().map(Scenario::info).toList();
  }

  /**
   * @throws IllegalArgumentException listing the names there are
   */
  public static Scenario named(String name) {
    return ALL.stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "scenario must be one of "
                        + ALL.stream().map(Scenario::name).toList()
                        + ", was: "
                        + name));
  }
}
