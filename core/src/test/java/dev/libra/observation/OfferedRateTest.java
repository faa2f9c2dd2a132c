package dev.libra.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.TestData;
import dev.libra.metrics.Sample;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class OfferedRateTest {
  private static final double SLO_MS = 300;
  private static final int PLACES = 12;
  private static final double REQUEST_S = 0.06;
  private OfferedRate offered = new OfferedRate();

  @Test
  void isWhatIsAnsweredWhileNothingWaits() {
    add(0, 100, 60);
    add(2, 120, 90);
    assertThat(offered.value()).isEqualTo(120);
  }

  @Property(tries = 50)
  void findsWhatComesToAQueueThatGrows(@ForAll @DoubleRange(min = 250, max = 700) double rate) {
    // Places that answer 200 requests/s: those that came t after the beginning wait for the rest.
    offered = new OfferedRate();
    double answered = PLACES / REQUEST_S;
    double slope = 1 - answered / rate;
    for (int s = 2; s <= 20; s += 2) {
      add(s, answered, 1000 * (REQUEST_S + slope * s));
    }
    assertThat(offered.value()).isCloseTo(rate, within(1e-6 * rate));
  }

  @Test
  void findsThatLessComesWhileAQueueIsWorkedOff() {
    add(0, 200, 3000);
    add(2, 200, 2000);
    assertThat(offered.value()).isCloseTo(200 / 1.5, within(1e-9));
  }

  @Test
  void believesInFourTimesTheAnswersAtMost() {
    add(0, 200, 1000);
    add(2, 200, 9000);
    assertThat(offered.value()).isEqualTo(800);
  }

  @Test
  void takesNothingFromAPauseInWhichNothingWasAnswered() {
    add(0, 200, 1000);
    add(2, 0, 0);
    assertThat(offered.value()).isZero();
    add(4, 200, 1000);
    assertThat(offered.value()).isEqualTo(200);
  }

  private void add(int second, double rate, double meanMs) {
    Sample sample =
        new Sample(
            "search",
            TestData.START.plusSeconds(second),
            rate,
            meanMs,
            1.2 * meanMs,
            1.3 * meanMs,
            0,
            0.5,
            1,
            9,
            List.of());
    offered.add(sample, SLO_MS, second == 0 ? 0 : 2);
  }
}
