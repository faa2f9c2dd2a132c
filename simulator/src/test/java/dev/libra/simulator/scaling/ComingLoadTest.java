package dev.libra.simulator.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.twin.Demand;
import dev.libra.simulator.twin.TwinParameters;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ComingLoadTest {
  private static final ServiceSpec SEARCH =
      new ServiceSpec("search", 1, 10, 300, 4, 60, 0.12, 0.05);
  private static final Demand DEMAND = new Demand(SEARCH, TwinParameters.standard());
  private static final double HIGH = 200;
  private static final int NEEDED = DEMAND.required(HIGH);

  /** Ten seconds of hardly anything, then much for ever. */
  private final ComingLoad load = ComingLoad.of(step(10, 1000), DEMAND, 10);

  @Test
  void looksAheadInStretchesThatDouble() {
    double[] values = load.from(4, 1);
    // 4 to 6 s; 6 to 10 s; 10 to 18 s; …
    assertThat(required(values)).startsWith(0.1, 0.1, NEEDED / 10.0);
    // 8 to 10 s; 10 to 14 s.
    assertThat(required(load.from(8, 1))).startsWith(0.1, NEEDED / 10.0);
    // 6 to 8 s; 8 to 12 s, half of it high.
    assertThat(required(load.from(6, 1))[1]).isCloseTo((1 + NEEDED) / 20.0, within(1e-9));
  }

  @Test
  void tellsWhatIsMissingOfTheWantedReplicas() {
    assertThat(load.from(10, NEEDED - 1)[1]).isCloseTo(0.1, within(1e-9));
    assertThat(load.from(10, NEEDED)[1]).isZero();
    assertThat(load.from(10, NEEDED + 1)[1]).isZero();
  }

  @Test
  void weighsTheWindowsInWhichReplicasAreMissingByTheirRequests() {
    double mean = (10 + 990 * HIGH) / 1000;
    assertThat(load.from(10, NEEDED - 1)[2]).isCloseTo(HIGH / mean, within(1e-9));
    assertThat(load.from(10, NEEDED)[2]).isZero();
  }

  @Test
  void tellsWhatSufficesInAllWindowsButAShare() {
    assertThat(load.requiredInAllBut(0)).isEqualTo(NEEDED);
    // Five of the 500 windows are low.
    assertThat(load.requiredInAllBut(0.98)).isEqualTo(NEEDED);
    assertThat(load.requiredInAllBut(0.995)).isEqualTo(1);
  }

  @Test
  void beyondTheEndTheLastWindowGoesOn() {
    assertThat(required(load.from(999, 1))).containsOnly(NEEDED / 10.0);
    assertThat(required(load.from(5000, 1))).containsOnly(NEEDED / 10.0);
  }

  private static double[] required(double[] values) {
    double[] required = new double[values.length / 3];
    Arrays.setAll(required, i -> Math.round(values[3 * i] * 1e9) / 1e9);
    return required;
  }

  private static Trace step(int lowS, int seconds) {
    double[] rates = new double[seconds];
    Arrays.fill(rates, HIGH);
    Arrays.fill(rates, 0, lowS, 1);
    return new Trace("step", rates, 1);
  }
}
