package dev.libra.traffic.scenario;

import dev.libra.fleet.Check;
import dev.libra.load.ScenarioInfo;
import dev.libra.traffic.call.Accounts;
import dev.libra.traffic.call.Calls;
import dev.libra.traffic.call.Crowd;
import dev.libra.traffic.call.Mix;
import dev.libra.traffic.engine.Retries;
import dev.libra.traffic.rate.RateCurve;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Who calls, how often and when: crowds of users with a rate curve each, and what they do about
 * failures.
 *
 * @param description one sentence for people
 */
public record Scenario(String name, String description, List<Stream> streams, Retries retries) {
  private static final int PREVIEW_STEPS = 60;
  private static final double PREVIEW_OF_ENDLESS_S = 1200;

  public Scenario {
    Check.name("scenario", name);
    Check.text("description", description);
    streams = List.copyOf(streams);
    if (streams.stream().mapToDouble(s -> s.curve().durationS()).distinct().count() != 1) {
      throw new IllegalArgumentException("the crowds of " + name + " must end together");
    }
  }

  /** Users of the shop at a rate. */
  public static Scenario shop(String name, String description, RateCurve curve) {
    return of(name, description, curve, Mix.SHOP);
  }

  static Scenario of(String name, String description, RateCurve curve, Mix mix) {
    Stream stream = new Stream(curve, Crowd.users(mix));
    return new Scenario(name, description, List.of(stream), Retries.NONE);
  }

  Scenario and(RateCurve curve, Crowd crowd) {
    List<Stream> more = new java.util.ArrayList<>(streams);
    more.add(new Stream(curve, crowd));
    return new Scenario(name, description, more, retries);
  }

  Scenario retrying(Retries wanted) {
    return new Scenario(name, description, streams, wanted);
  }

  /** Every crowd's curve changed in the same way: scaled, faster or with another end. */
  public Scenario shaped(UnaryOperator<RateCurve> change) {
    List<Stream> changed = streams.stream().map(s -> s.with(change.apply(s.curve()))).toList();
    return new Scenario(name, description, changed, retries);
  }

  /** The rate of all crowds together. */
  public RateCurve curve() {
    return streams.stream().map(Stream::curve).reduce(RateCurve::plus).orElseThrow();
  }

  /**
   * The calls of all crowds.
   *
   * @param service only calls of this one, or null for all
   */
  public Calls calls(String service, Accounts accounts, RandomGenerator random) {
    return new BlendedCalls(
        streams.stream().map(Stream::curve).toList(),
        streams.stream().map(s -> s.crowd().calls(service, accounts, random)).toList(),
        random);
  }

  /** What there is to know before it is started; the preview of an endless one shows 20 minutes. */
  public ScenarioInfo info() {
    RateCurve curve = curve();
    boolean endless = Double.isInfinite(curve.durationS());
    double shown = shownS();
    List<Double> preview =
        IntStream.range(0, PREVIEW_STEPS)
            .mapToObj(i -> curve.at((i + 0.5) * shown / PREVIEW_STEPS))
            .toList();
    return new ScenarioInfo(name, description, endless ? 0 : curve.durationS(), preview);
  }

  double shownS() {
    double duration = curve().durationS();
    return Double.isInfinite(duration) ? PREVIEW_OF_ENDLESS_S : duration;
  }
}
