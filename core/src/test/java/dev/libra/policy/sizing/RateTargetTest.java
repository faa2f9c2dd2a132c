package dev.libra.policy.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.policy.Loads;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RateTargetTest {

  @Test
  void derivesTheRateFromConcurrencyAndServiceTime() {
    // 8 places ÷ 60 ms = 133.3 requests/s
    assertThat(RateTarget.ofUtilization(0.75).perReplica(Loads.SEARCH)).isEqualTo(100);
  }

  @Test
  void aGivenRateWins() {
    assertThat(new RateTarget(40, 0.7).replicas(Loads.SEARCH, 120)).isEqualTo(3);
    assertThat(new RateTarget(40, 0.7).replicas(Loads.SEARCH, 121)).isEqualTo(4);
    assertThat(new RateTarget(40, 0.7).replicas(Loads.SEARCH, 0)).isZero();
  }

  @Test
  void refusesAnImpossibleUtilization() {
    assertThatThrownBy(() -> RateTarget.ofUtilization(0)).hasMessageContaining("utilization");
    assertThatThrownBy(() -> new RateTarget(Double.NaN, 0.7))
        .hasMessageContaining("requestsPerSecond");
  }

  @Property
  void noReplicaGetsMoreThanItsShareAndNoneIsSpare(
      @ForAll @DoubleRange(min = 1, max = 5000) double rate,
      @ForAll @DoubleRange(min = 10, max = 500) double target) {
    int replicas = new RateTarget(target, 1).replicas(Loads.SEARCH, rate);
    assertThat(rate / replicas).isLessThanOrEqualTo(target * (1 + 1e-6));
    assertThat(target * (replicas - 1)).isLessThan(rate * (1 + 1e-6));
  }
}
