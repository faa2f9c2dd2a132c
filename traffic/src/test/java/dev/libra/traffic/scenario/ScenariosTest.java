package dev.libra.traffic.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.load.ScenarioInfo;
import dev.libra.traffic.rate.BurstCurve;
import dev.libra.traffic.rate.DayCurve;
import dev.libra.traffic.rate.PiecewiseCurve;
import dev.libra.traffic.rate.RandomSpikes;
import dev.libra.traffic.rate.RateCurve;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ScenariosTest {

  @Property(tries = 500)
  void aCurveStaysBetweenZeroAndItsBound(
      @ForAll("curves") RateCurve curve, @ForAll @DoubleRange(min = 0, max = 1) double share) {
    double length = Math.min(curve.durationS(), 5000);
    assertThat(curve.at(share * length)).isBetween(0.0, curve.maxRate() * (1 + 1e-9));
  }

  @Property(tries = 50)
  void everyScenarioKeepsItsBoundsWhateverTheSeed(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    for (Scenario scenario : Scenarios.all(seed)) {
      RateCurve curve = scenario.curve();
      double at = share * Math.min(curve.durationS(), 5000);
      assertThat(curve.at(at)).as(scenario.name()).isBetween(0.0, curve.maxRate() + 1e-6);
    }
  }

  @Property(tries = 50)
  void theSameSeedGivesTheSameSpikes(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    List<Double> once = Scenarios.named("random-spikes", seed).info().preview();
    assertThat(Scenarios.named("random-spikes", seed).info().preview()).isEqualTo(once);
  }

  @Test
  void otherSeedsGiveOtherSpikes() {
    assertThat(Scenarios.named("random-spikes", 1).info().preview())
        .isNotEqualTo(Scenarios.named("random-spikes", 2).info().preview());
  }

  @Test
  void everyPreviewShowsSomething() {
    assertThat(Scenarios.infos()).extracting(ScenarioInfo::name).doesNotHaveDuplicates();
    for (ScenarioInfo info : Scenarios.infos()) {
      assertThat(info.preview()).hasSize(60).anyMatch(rate -> rate > 0);
    }
  }

  @Test
  void theBotsComeFromTheSecondMinuteToTheFourth() {
    RateCurve curve = Scenarios.named("bot-attack", 1).curve();
    assertThat(curve.at(30)).isEqualTo(15);
    assertThat(curve.at(120)).isEqualTo(165);
    assertThat(curve.at(300)).isEqualTo(15);
  }

  @Test
  void aPictureIsWellFormed() {
    assertThat(new PreviewPicture(Scenarios.named("weekly", 1)).svg())
        .startsWith("<svg ")
        .doesNotContain("NaN");
  }

  @Provide
  Arbitrary<RateCurve> curves() {
    Arbitrary<RateCurve> simple = simple();
    Arbitrary<Integer> operation = Arbitraries.integers().between(0, 5);
    return Combinators.combine(simple, simple, operation).as(ScenariosTest::composed);
  }

  private static RateCurve composed(RateCurve a, RateCurve b, int operation) {
    return switch (operation) {
      case 0 -> a.plus(b);
      case 1 -> a.times(b);
      case 2 -> a.lasting(77).then(b);
      case 3 -> a.scaledBy(2.5).fasterBy(3);
      case 4 -> a.lasting(1000).plus(b.lasting(10));
      default -> a;
    };
  }

  private static Arbitrary<RateCurve> simple() {
    Arbitrary<Double> rates = Arbitraries.doubles().between(0, 1000);
    Arbitrary<Double> times = Arbitraries.doubles().between(1, 500);
    return Combinators.combine(rates, rates, times, Arbitraries.integers().between(0, 3))
        .as(
            (low, more, time, kind) ->
                switch (kind) {
                  case 0 -> new DayCurve(low, low + more, time);
                  case 1 -> new BurstCurve(low, low + more, time, time / 3);
                  case 2 -> new RandomSpikes(low, low + more, time, 2000).curve(7);
                  default -> PiecewiseCurve.constant(low, time);
                });
  }
}
