package dev.libra.learning.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrainingLineTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final ManualClock clock = ManualClock.create();

  @Test
  void showsShareSpeedReturnAndTimeLeft() {
    TrainingLine line = new TrainingLine(out, false, clock, 0, 100_000);
    clock.advance(Duration.ofSeconds(10));
    line.show(25_000, 123.45);
    assertThat(printed())
        .isEqualTo(
            "█████░░░░░░░░░░░░░░░  25.0 %  25000/100000 steps   2500 steps/s  return 123.5  ETA 0:30\n");
  }

  @Test
  void countsOnlyTheStepsSinceItResumed() {
    TrainingLine line = new TrainingLine(out, false, clock, 50_000, 100_000);
    clock.advance(Duration.ofSeconds(10));
    line.show(60_000, Double.NaN);
    assertThat(printed()).contains(" 1000 steps/s  return –  ETA 0:40");
  }

  @Test
  void printsAtMostEveryTenSecondsOffTerminals() {
    TrainingLine line = new TrainingLine(out, false, clock, 0, 100);
    for (int i = 1; i <= 25; i++) {
      clock.advance(Duration.ofSeconds(1));
      line.show(i, 1);
    }
    line.end(100, 1);
    assertThat(printed().lines()).hasSize(3);
  }

  @Test
  void writesOverItsLineOnATerminal() {
    TrainingLine line = new TrainingLine(out, true, clock, 0, 100);
    clock.advance(Duration.ofMillis(250));
    line.show(50, 1);
    line.show(51, 1);
    line.end(100, 1);
    assertThat(printed().split("\r")).hasSize(3);
    assertThat(printed()).endsWith("ETA 0:00" + System.lineSeparator());
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
