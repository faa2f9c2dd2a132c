package dev.libra.simulator.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.fleet.ServiceSpec;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plant against closed formulas of queueing theory. */
class QueueingTheoryTest {
  private static final double MEAN_MS = 60;
  private static final TwinParameters BARE =
      TwinParameters.standard()
          .withService(new ServiceModel(1, 0, 0, 0, 0, 1))
          .withGateway(new GatewayModel(1_000_000, 600_000, 600_000, 2, 0.2));

  /** Poisson arrivals, exponential service, c places: Erlang's C. */
  @ParameterizedTest
  @CsvSource({"1, 1, 0.5", "1, 4, 0.7", "3, 4, 0.8", "2, 2, 0.9", "5, 4, 0.9"})
  void waitsAsLongAsErlangSays(int replicas, int concurrency, double utilization) {
    int places = replicas * concurrency;
    double load = utilization * places;
    double wait = Demand.erlangC(places, load) * MEAN_MS / (places - load);
    Plant plant =
        plant(replicas, concurrency, QuantileTable.of(p -> -60_000 * StrictMath.log1p(-p)), load);
    assertThat(plant.meter.window().meanMs())
        .isCloseTo(MEAN_MS + wait, Percentage.withPercentage(2));
  }

  /** One place, constant service: Pollaczek and Khinchine's mean wait is half of M/M/1's. */
  @Test
  void waitsAsLongAsPollaczekAndKhinchineSay() {
    double utilization = 0.8;
    Plant plant = plant(1, 1, QuantileTable.constant(60_000), utilization);
    double wait = utilization / (2 * (1 - utilization)) * MEAN_MS;
    assertThat(plant.meter.window().meanMs())
        .isCloseTo(MEAN_MS + wait, Percentage.withPercentage(2));
  }

  @Test
  void arrivesAtTheRateOfTheTrace() {
    Plant plant = plant(1, 1, QuantileTable.constant(60_000), 0.5);
    double expected = 0.5 / MEAN_MS * 1000 * 200_000;
    assertThat((double) plant.gateway.arrived())
        .isCloseTo(expected, within(4 * Math.sqrt(expected)));
  }

  private static Plant plant(
      int replicas, int concurrency, QuantileTable holds, double placesInUse) {
    ServiceSpec service = new ServiceSpec("search", 1, 6, 300, concurrency, MEAN_MS, 0.12, 0.05);
    double rate = placesInUse * 1000 / MEAN_MS;
    Workload workload = Workload.of(Scenes.constant(rate, 200_000), 5);
    Plant plant = new Plant(service, BARE, holds, workload, 6);
    plant.adopt(replicas);
    plant.runUntil(TwinClock.micros(200_000));
    return plant;
  }
}
