package dev.libra.cli.bench.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.libra.fleet.ServiceSpec;
import dev.libra.simulator.comparison.TraceFile;
import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.twin.Demand;
import dev.libra.simulator.twin.TwinParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveLoadTest {
  private static final ServiceSpec SERVICE =
      new ServiceSpec("search", 1, 6, 300, 4, 60, 0.12, 0.05);
  private static final Demand DEMAND = new Demand(SERVICE, TwinParameters.standard());

  @TempDir Path directory;

  @Test
  void aSingleHighSecondIsNoPeak() {
    double[] rates = new double[20];
    java.util.Arrays.fill(rates, 10);
    rates[7] = 110;
    assertThat(LiveLoad.peak(new Trace("spiky", rates, 1))).isEqualTo(20);
    assertThat(LiveLoad.peak(new Trace("short", new double[] {3, 5}, 1))).isEqualTo(4);
  }

  @Test
  void thePeakNeedsAllReplicasButOne() throws IOException {
    TraceFile file = file("30\n".repeat(300) + "90\n".repeat(60));
    LiveLoad load = new LiveLoad(file, LiveLoad.wholeTrace(file, 90), 1, 90).nearlyFull(DEMAND, 6);
    assertThat(load.timeScale()).isEqualTo(4);
    assertThat(load.trace().durationS()).isCloseTo(90, within(1e-9));
    double peak = LiveLoad.peak(load.trace());
    assertThat(DEMAND.required(peak)).isEqualTo(5);
    assertThat(DEMAND.required(peak * 1.001)).isEqualTo(6);
    assertThat(load.initialRate()).isCloseTo(peak / 3, within(0.01));
  }

  @Test
  void saysWhatCannotBePlayed() throws IOException {
    TraceFile file = file("0\n".repeat(100));
    LiveLoad load = new LiveLoad(file, 1, 1, 60);
    assertThatThrownBy(() -> load.nearlyFull(DEMAND, 6)).hasMessageContaining("no requests");
    assertThatThrownBy(() -> new LiveLoad(file, 1, 1, 5)).hasMessageContaining("--duration");
  }

  private TraceFile file(String rates) throws IOException {
    return TraceFile.read(Files.writeString(directory.resolve("trace.txt"), rates));
  }
}
