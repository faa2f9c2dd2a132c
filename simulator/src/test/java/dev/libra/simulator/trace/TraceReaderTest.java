package dev.libra.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceReaderTest {
  private static final Path SHIPPED = Path.of("../traces");
  @TempDir private Path directory;

  @Test
  void readsOneRatePerSecond() {
    Trace trace = read("10", "12.5", "", "# a remark", "0");
    assertThat(trace.rates()).containsExactly(10, 12.5, 0);
    assertThat(trace.stepS()).isEqualTo(1);
    assertThat(read("requests", "7").rates()).containsExactly(7);
  }

  @Test
  void readsCountsPerStep() {
    Trace trace =
        read(
            "timestamp,value",
            "2014-04-10 00:04:00,94.0",
            "2014-04-10 00:09:00,60",
            "2014-04-10T00:14:00,0");
    assertThat(trace.stepS()).isEqualTo(300);
    assertThat(trace.rates()).containsExactly(94.0 / 300, 0.2, 0);
    assertThat(read("0,10", "60,20").rates()).containsExactly(10.0 / 60, 20.0 / 60);
  }

  @Test
  void aStepWithoutALineLastsAsTheOneBefore() {
    assertThat(read("0,5", "1,6", "2,7", "5,8").rates()).containsExactly(5, 6, 7, 7, 7, 8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arrival;0.25;0.5;2.75",
        "2026-01-01T00:00:00.250Z;2026-01-01T00:00:00.5Z;2026-01-01T00:00:02Z",
        "1767225600.1;1767225600.2;1767225602",
        "1767225600100;1767225600200;1767225602000"
      })
  void countsArrivalsPerSecond(String lines) {
    assertThat(read(lines.split(";")).rates()).containsExactly(2, 0, 1);
  }

  @Test
  void readsNumbersAsArrivalsIfTold() throws IOException {
    Path file = Files.writeString(directory.resolve("a.txt"), "0.5\n0.7\n1.2\n");
    assertThat(TraceReader.read(file, TraceFormat.ARRIVALS).rates()).containsExactly(2, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5;x;6 | line 2 must be a number from 0 to 1000000, was: x",
        "5;;-1 | line 3 must be a number from 0 to 1000000, was: -1",
        "5;NaN | line 2 must be a number",
        "12O | line 1 must be a number",
        "t,v;0,1;1,2,3 | line 3 must be timestamp,value, was: 1,2,3",
        "t,v;0,1;yesterday,2 | line 3 must be a timestamp such as",
        "t,v;5,1;4,2 | line 3 must be later than the line before, was: 4",
        "t,v;0,1 | needs at least two timestamps",
        "arrival;5;3;9 | line 3 must be in order of time, was: 3",
        "arrival;5;soon;9 | line 3 must be an arrival's time",
        "arrival | has a heading and no arrivals"
      })
  void saysWhatIsWrongAndWhere(String lines, String message) {
    assertThatThrownBy(() -> read(lines.split(";")))
        .isInstanceOf(TraceException.class)
        .hasMessageContaining("trace.csv")
        .hasMessageContaining(message);
  }

  @Test
  void saysThatAFileIsEmptyOrMissing() {
    assertThatThrownBy(() -> read("", " ")).hasMessageEndingWith("is empty");
    assertThatThrownBy(() -> TraceReader.read(directory.resolve("none")))
        .hasMessageContaining("can't read the trace");
  }

  @ParameterizedTest
  @CsvSource({
    "autothrottle-diurnal-2.txt, 3600, 1, 394",
    "autothrottle-noisy.txt, 3600, 1, 245",
    // eight of its steps have no line
    "nab-elb_request_count_8c0756.csv, 4040, 300, 2.1866666666666665"
  })
  void readsTheShippedTraces(String file, int steps, double stepS, double highest) {
    Trace trace = TraceReader.read(SHIPPED.resolve(file));
    assertThat(trace.steps()).isEqualTo(steps);
    assertThat(trace.stepS()).isEqualTo(stepS);
    assertThat(trace.maxRate()).isEqualTo(highest);
  }

  private Trace read(String... lines) {
    try {
      Path file = directory.resolve("trace.csv");
      Files.write(file, java.util.List.of(lines));
      return TraceReader.read(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
