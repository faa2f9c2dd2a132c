package dev.libra.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.simulator.calibration.FreshReplica.Window;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FreshReplicaTest {
  private static final double WARM_MS = 66;

  @Property(tries = 50)
  void findsTheDecayBehindTheWindows(
      @ForAll @DoubleRange(min = 10, max = 2000) double firstMs,
      @ForAll @DoubleRange(min = 2, max = 200) double requests) {
    FreshReplica fresh = FreshReplica.joining(windows(firstMs, requests), WARM_MS);
    assertThat(fresh.firstMs()).isCloseTo(firstMs, within(1e-6 * firstMs));
    assertThat(fresh.requests()).isCloseTo(requests, within(0.01 * requests));
  }

  @Test
  void aReplicaThatIsAsQuickAsOthersTakesNoLonger() {
    FreshReplica fresh =
        FreshReplica.joining(List.of(new Window(50, WARM_MS - 1, WARM_MS)), WARM_MS);
    assertThat(fresh).isEqualTo(new FreshReplica(0, 0));
    assertThat(fresh.requests()).isEqualTo(1);
  }

  @Test
  void oneRoundWithAPauseDoesNotCount() {
    FreshReplica pause = new FreshReplica(4000, 90_000);
    List<FreshReplica> rounds =
        List.of(new FreshReplica(300, 1500), pause, new FreshReplica(340, 1300));
    assertThat(FreshReplica.median(rounds)).isEqualTo(new FreshReplica(340, 1500));
    assertThat(FreshReplica.median(rounds.subList(0, 2))).isEqualTo(new FreshReplica(2150, 45_750));
  }

  /** Windows of which every second request goes to the fresh replica. */
  private static List<Window> windows(double firstMs, double requests) {
    List<Window> windows = new ArrayList<>();
    int served = 0;
    for (int w = 0; w < 200; w++) {
      double extra = 0;
      double slowest = 0;
      for (int i = 0; i < 10; i++) {
        double one = firstMs * Math.exp(-served++ / requests);
        extra += one;
        slowest = Math.max(slowest, WARM_MS + one);
      }
      windows.add(new Window(20, WARM_MS + extra / 20, slowest));
    }
    return windows;
  }
}
