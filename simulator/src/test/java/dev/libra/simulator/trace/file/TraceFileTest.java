package dev.libra.simulator.trace.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.simulator.trace.file.TraceFile.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceFileTest {
  @TempDir private Path folder;

  @Test
  void readsRatesPerSecond() throws IOException {
    TraceFile file = read("# made by hand\n10\n20.5\n\n30\n");
    assertThat(file.format()).isEqualTo(Format.RATES);
    assertThat(file.trace().rates()).containsExactly(10, 20.5, 30);
    assertThat(file.trace().name()).isEqualTo("load");
    assertThat(read("requests\r\n1\r\n2\r\n").trace().rates()).containsExactly(1, 2);
  }

  @Test
  void readsTimestampedValuesAndFillsGaps() throws IOException {
    TraceFile file =
        read(
            "timestamp,value\n2014-04-10 00:04:00,94.0\n2014-04-10 00:09:00,56\n"
                + "2014-04-10 00:19:00,7\n2014-04-10 00:24:00,8");
    assertThat(file.format()).isEqualTo(Format.VALUES);
    assertThat(file.trace().stepS()).isEqualTo(300);
    assertThat(file.trace().rates()).containsExactly(94, 56, 56, 7, 8);
    assertThat(read("0;1\n10;2\n20;3").trace().stepS()).isEqualTo(10);
  }

  @Test
  void countsArrivals() throws IOException {
    assertThat(read("arrival\n0.1\n0.2\n1.5\n4\n").trace().rates()).containsExactly(2, 1, 0, 1);
    TraceFile dates = read("2026-01-01T00:00:00Z\n2026-01-01T00:00:00.500Z\n2026-01-01T00:00:02Z");
    assertThat(dates.format()).isEqualTo(Format.ARRIVALS);
    assertThat(dates.trace().rates()).containsExactly(2, 0, 1);
    assertThat(read("1700000000\n1700000000\n1700000001").trace().rates()).containsExactly(2, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1\\nx\\n3 | load.csv:2: column 1 must be a finite number, was: \"x\"",
        "1\\n-2 | load.csv:2: a rate must be between 0 and 1000000 requests/s, was: -2",
        "1\\nNaN | load.csv:2: column 1 must be a finite number",
        "1\\n1,2 | load.csv:2: there must be 1 columns, were: 2",
        "1,2,3 | load.csv:1: there must be one or two columns, were: 3",
        "time,value\\n0,1\\n0,2 | load.csv:3: its timestamp must be later",
        "time,value\\n0,1\\nsoon,2 | load.csv:3: column 1 must be a finite number",
        "time,value\\n0,1 | load.csv:2: at least two timestamps",
        "arrival\\n2\\n1 | load.csv:3: arrivals must be in order of time",
        "rates | load.csv: it must hold at least one value",
        "'' | load.csv: it must hold at least one value",
      })
  void namesFileLineAndProblem(String content, String message) {
    assertThatThrownBy(() -> read(content.replace("\\n", "\n"))).hasMessageContaining(message);
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    Path file = Files.write(folder.resolve("load.csv"), new byte[] {(byte) 0xff, 0, 1});
    assertThatThrownBy(() -> TraceFile.read(file)).hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> TraceFile.read(folder.resolve("none.csv")))
        .hasMessageContaining("no such file");
  }

  private TraceFile read(String content) throws IOException {
    Path file = folder.resolve("load.csv");
    return TraceFile.read(Files.writeString(file, content, StandardCharsets.UTF_8));
  }
}
