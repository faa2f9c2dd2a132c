package dev.libra.traffic.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.libra.traffic.rate.RateCurve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceReaderTest {
  private static final Path TRACES = Path.of("../traces");

  @TempDir Path dir;

  @Test
  void readsTheShippedTraceOfRates() {
    RateCurve curve = TraceReader.read(TRACES.resolve("autothrottle-diurnal-2.txt"));
    assertThat(curve.durationS()).isEqualTo(3600);
    assertThat(curve.at(0)).isEqualTo(110);
    assertThat(curve.at(1.5)).isEqualTo(111);
    assertThat(curve.maxRate()).isEqualTo(394);
  }

  @Test
  void readsTheShippedTraceOfCounts() {
    RateCurve curve = TraceReader.read(TRACES.resolve("nab-elb_request_count_8c0756.csv"));
    assertThat(curve.durationS()).isEqualTo(4032 * 300);
    assertThat(curve.at(0)).isCloseTo(94 / 300.0, within(1e-9));
    assertThat(curve.at(300)).isCloseTo(56 / 300.0, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'1\n2\nx\n'|line 3 must be a number from 0 to 1000000, was: x",
        "'1\n-2\n'|line 2 must be a number from 0 to 1000000, was: -2",
        "'1\nNaN\n'|line 2 must be a number from 0 to 1000000, was: NaN",
        "'timestamp,value\n2014-04-10 00:04:00,5\nyesterday,6\n'|line 3 must be a timestamp",
        "'timestamp,value\n2014-04-10 00:04:00,5,6\n'|line 2 must be timestamp,value",
        "'timestamp,value\n2014-04-10 00:04:00,5\n'|needs at least two timestamps",
        "'timestamp,value\n2014-04-10 00:04:00,5\n2014-04-10 00:04:00,6\n'|timestamps must grow",
        "'\n\n'|is empty"
      })
  void namesFileLineAndValueOfWhatIsWrong(String content, String message) throws IOException {
    Path file = Files.writeString(dir.resolve("trace.csv"), content);
    assertThatThrownBy(() -> TraceReader.read(file))
        .isInstanceOf(TraceException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(message);
  }

  @Test
  void namesTheFileThatIsMissing() {
    assertThatThrownBy(() -> TraceReader.read(dir.resolve("none.txt")))
        .isInstanceOf(TraceException.class)
        .hasMessageContaining("none.txt");
  }
}
