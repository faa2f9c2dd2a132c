package dev.libra.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.twin.Demand;
import dev.libra.simulator.twin.ServiceModel;
import dev.libra.simulator.twin.TwinParameters;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final ServiceSpec SEARCH = new ServiceSpec("search", 1, 6, 300, 4, 60, 0.12, 0.05);

  @Test
  void findsTheParametersThatWereMeasured() {
    TwinParameters truth =
        TwinParameters.standard().withService(new ServiceModel(1, 0.35, 4, 3, 100, 30));
    Prediction quiet = Prediction.of(truth, SEARCH, 1, constant(16, 3000), 1);
    Measurements measured =
        new Measurements(
            List.of(6.0, 8.0, 7.0),
            List.of(5.0, 5.0),
            67,
            quiet.p95Ms(),
            new Demand(SEARCH, truth).capacity(),
            0.05,
            new LoadedReplica(new Demand(SEARCH, truth).capacity() * 0.25, 0.05 + 1.4 * 0.25),
            new LoadedReplica(new Demand(SEARCH, truth).capacity() * 0.65, 0.05 + 1.2 * 0.65),
            new FreshReplica(100, 3050));
    TwinParameters fitted = Calibration.fit(TwinParameters.standard(), SEARCH, measured);
    assertThat(new Demand(SEARCH, fitted).capacity()).isCloseTo(measured.fullRate(), within(0.5));
    assertThat(fitted.service().sigma()).isCloseTo(0.35, within(0.03));
    assertThat(fitted.fleet().startMedianS()).isBetween(6.8, 7.1);
    assertThat(fitted.service().coldExtraMs()).isEqualTo(100);
    assertThat(fitted.service().warmUpRequests()).isCloseTo(30, within(0.1));
    assertThat(fitted.fleet().stopS()).isEqualTo(2);
    assertThat(fitted.cpu().idle()).isEqualTo(0.05);
    assertThat(fitted.cpu().full()).isCloseTo(1.025, within(1e-9));
    assertThat(fitted.cpu().light() * 1.025).isCloseTo(0.5, within(1e-9));
    Prediction again = Prediction.of(fitted, SEARCH, 1, constant(40, 3000), 2);
    Prediction true40 = Prediction.of(truth, SEARCH, 1, constant(40, 3000), 3);
    assertThat(again.p95Ms()).isCloseTo(true40.p95Ms(), within(0.05 * true40.p95Ms()));
  }

  @Test
  void cpuGrowsWithTheLoad() {
    Prediction half = Prediction.of(TwinParameters.standard(), SEARCH, 2, constant(60, 1000), 1);
    assertThat(half.cpu()).isBetween(0.5, 0.62);
    assertThat(half.p95PerWindow()).hasSize(500);
  }

  @Test
  void aRequestTakesLessAtAFullerReplica() {
    TwinParameters light =
        TwinParameters.standard().withCpu(TwinParameters.standard().cpu().withRequests(1, 0.6));
    for (double load : new double[] {0.3, 0.6}) {
      double rate = load * new Demand(SEARCH, light).capacity();
      double cpu = Prediction.of(light, SEARCH, 1, constant(rate, 3000), 1).cpu();
      assertThat(cpu).isCloseTo(0.06 + load * (1 + 0.6 * (1 - load)), within(0.03));
    }
  }

  private static Trace constant(double rate, int seconds) {
    double[] rates = new double[seconds];
    Arrays.fill(rates, rate);
    return new Trace("constant", rates, 1);
  }
}
