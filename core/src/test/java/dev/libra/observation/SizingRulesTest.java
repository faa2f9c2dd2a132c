package dev.libra.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.TestData;
import dev.libra.fleet.ServiceSpec;
import org.junit.jupiter.api.Test;

class SizingRulesTest {
  private static final ServiceSpec SERVICE = TestData.service("search", 1, 6);
  private static final double SECONDS = 0.08;
  private final SizingRules rules = new SizingRules(2);

  @Test
  void haveTheLoadAtAShareOfTheCapacity() {
    // 8 places that are taken for 80 ms each serve 100 requests/s.
    add(0, 100, 200);
    assertThat(rules.wanted(0)).isCloseTo(1 / 0.45, within(1e-12));
    assertThat(rules.wanted(7)).isCloseTo(1 / 1.15, within(1e-12));
    assertThat(rules.wanted(rules.size() / 2)).isCloseTo(2 / 0.45, within(1e-12));
  }

  @Test
  void wantNoFewerThanWithinSomeTime() {
    add(0, 100, 100);
    add(31, 50, 50);
    double halfMinute = rules.wanted(0);
    double twoMinutes = rules.wanted(8);
    assertThat(halfMinute).isCloseTo(0.5 / 0.45, within(1e-12));
    assertThat(twoMinutes).isCloseTo(1 / 0.45, within(1e-12));
    add(121, 50, 50);
    assertThat(rules.wanted(8)).isCloseTo(0.5 / 0.45, within(1e-12));
  }

  private void add(int second, double... loads) {
    rules.add(TestData.START.plusSeconds(second), loads, SECONDS, SERVICE);
  }
}
