package dev.libra.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.TestData;
import dev.libra.policy.fixed.FixedPolicy;
import dev.libra.policy.fixed.FixedSettings;
import dev.libra.policy.holtwinters.HoltWintersPolicy;
import dev.libra.policy.holtwinters.HoltWintersSettings;
import dev.libra.policy.hpa.HpaPolicy;
import dev.libra.policy.hpa.HpaSettings;
import dev.libra.policy.keda.KedaPolicy;
import dev.libra.policy.keda.KedaSettings;
import dev.libra.policy.kpa.KpaPolicy;
import dev.libra.policy.kpa.KpaSettings;
import dev.libra.policy.seasonal.SeasonalMaxPolicy;
import dev.libra.policy.seasonal.SeasonalMaxSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class PoliciesPropertyTest {

  @Property(tries = 100)
  void everyWishIsWithinTheBoundsAndTheSameAgain(@ForAll @LongRange(min = 0) long seed) {
    List<Policy> first = policies();
    List<Policy> second = policies();
    for (int i = 0; i < first.size(); i++) {
      assertThat(wishes(first.get(i), seed))
          .as(first.get(i).id().name())
          .allMatch(count -> count >= 1 && count <= 20)
          .isEqualTo(wishes(second.get(i), seed));
      assertThat(first.get(i).id()).isEqualTo(second.get(i).id());
    }
  }

  private static List<Policy> policies() {
    return List.of(
        new HpaPolicy(HpaSettings.stock()),
        new KedaPolicy(KedaSettings.stock()),
        new KpaPolicy(KpaSettings.stock()),
        new HoltWintersPolicy(HoltWintersSettings.stock()),
        new SeasonalMaxPolicy(SeasonalMaxSettings.stock()),
        new FixedPolicy(FixedSettings.min()),
        new FixedPolicy(FixedSettings.max()),
        new FixedPolicy(FixedSettings.count(50)));
  }

  /** Rates that jump over six orders, samples late and repeated, gaps of minutes. */
  private static List<Integer> wishes(Policy policy, long seed) {
    Random random = new Random(seed);
    List<Integer> wishes = new ArrayList<>();
    int desired = 1 + random.nextInt(20);
    long second = 0;
    for (int i = 0; i < 150; i++) {
      second += random.nextInt(20) == 0 ? random.nextInt(600) : 2;
      double rate = Math.pow(10, random.nextDouble() * 6 - 2);
      int ready = random.nextInt(desired + 1);
      Duration age = Duration.ofSeconds(random.nextInt(10) == 0 ? 30 : 1);
      Proposal proposal =
          policy.propose(
              Loads.of(
                  TestData.START.plusSeconds(second),
                  rate,
                  random.nextDouble() * 3000,
                  ready,
                  desired,
                  age));
      desired = Loads.SEARCH.clamp(proposal.desired());
      wishes.add(proposal.desired());
    }
    return wishes;
  }
}
