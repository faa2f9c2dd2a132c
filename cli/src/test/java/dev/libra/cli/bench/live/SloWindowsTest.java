package dev.libra.cli.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SloWindowsTest {
  @TempDir Path directory;

  @Test
  void judgesTwoSecondsTogether() {
    // 1 of 20 in each window is slow: P95 is the fast ones' in the first, 2 of 20 in the second.
    List<Histogram> seconds =
        List.of(second(10, 0), second(9, 1), second(9, 1), second(9, 1), second(10, 0));
    SloWindows windows = SloWindows.of(seconds, Set.of(), 300);
    assertThat(windows).isEqualTo(new SloWindows(2, 1));
    assertThat(windows.violationShare()).isEqualTo(0.5);
  }

  @Test
  void aSilentWindowIsBrokenWhereRequestsWaited() {
    List<Histogram> seconds = List.of(second(0, 0), second(0, 0), second(0, 0), second(0, 0));
    assertThat(SloWindows.of(seconds, Set.of(4), 300)).isEqualTo(new SloWindows(2, 1));
  }

  @Test
  void readsWhatAReplayLeaves() throws IOException {
    HistogramLogWriter writer = new HistogramLogWriter(directory.resolve("latency.hlog").toFile());
    writer.outputLogFormatVersion();
    writer.outputLegend();
    for (Histogram second : List.of(second(9, 0), second(5, 5), second(3, 0), second(1, 0))) {
      writer.outputIntervalHistogram(second);
    }
    writer.close();
    Files.write(
        directory.resolve("seconds.csv"),
        List.of("second,intendedRps,sentRps,answered,failed,inFlight", "1,9.00,9,9,0,4"));
    assertThat(SloWindows.read(directory, 300, 3.5)).isEqualTo(new SloWindows(1, 1));
  }

  private static Histogram second(int fast, int slow) {
    Histogram histogram = new Histogram(3);
    Arrays.stream(new int[fast]).forEach(i -> histogram.recordValue(60_000));
    Arrays.stream(new int[slow]).forEach(i -> histogram.recordValue(900_000));
    return histogram;
  }
}
