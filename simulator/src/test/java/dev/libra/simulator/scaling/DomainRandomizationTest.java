package dev.libra.simulator.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.environment.SeededRandom;
import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.twin.Demand;
import dev.libra.simulator.twin.TwinParameters;
import org.junit.jupiter.api.Test;

class DomainRandomizationTest {
  private static final TwinParameters BASE = TwinParameters.standard();

  @Test
  void someServicesAreMuchSlowerThanConfigured() {
    ServiceSpec service = new ServiceSpec("search", 1, 16, 480, 4, 60, 0.12, 0.05);
    SeededRandom random = new SeededRandom(1);
    int slow = 0;
    for (int i = 0; i < 1000; i++) {
      double scale = draw(service, random).service().scale();
      assertThat(scale).isBetween(0.8, 2.2);
      slow += scale > 1.3 ? 1 : 0;
    }
    assertThat(slow).isBetween(200, 300);
  }

  @Test
  void noneIsTooSlowForItsSlo() {
    SeededRandom random = new SeededRandom(2);
    for (int i = 0; i < 1000; i++) {
      ServiceSpec service = ServiceRanges.standard().draw(random);
      TwinParameters drawn = draw(service, random);
      Demand demand = new Demand(service, drawn);
      assertThat(demand.required(0.1 * demand.capacity())).isEqualTo(service.minReplicas());
    }
  }

  private static TwinParameters draw(ServiceSpec service, SeededRandom random) {
    return DomainRandomization.standard().draw(BASE, service, random);
  }
}
