package dev.libra.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.simulator.trace.Trace;
import dev.libra.simulator.trace.TraceFamily;
import dev.libra.simulator.trace.TraceReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TracesCommandTest {
  @TempDir Path directory;
  private final StringWriter errors = new StringWriter();

  @Test
  void writesTracesOfEveryKindThatCanBeRead() throws IOException {
    Path out = directory.resolve("all");
    assertThat(run(out, "--each", "2", "--seconds", "60")).isZero();
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).hasSize(2 * TraceFamily.values().length);
    }
    Trace trace = TraceReader.read(out.resolve("flash-crowd-2.txt"));
    assertThat(trace.stepS()).isEqualTo(1);
    assertThat(trace.steps()).isEqualTo(60);
    // 16 replicas of 4 places and some 60 ms: about 1,000 requests/s, of which 30 to 80 %.
    assertThat(trace.maxRate()).isBetween(250.0, 850.0);
  }

  @Test
  void theSameSeedGivesTheSameTracesHoweverMany() throws IOException {
    Path one = directory.resolve("one");
    Path two = directory.resolve("two");
    run(one, "--each", "1", "--seconds", "60", "--seed", "2");
    run(two, "--each", "2", "--seconds", "60");
    assertThat(one.resolve("spiky-2.txt")).hasSameTextualContentAs(two.resolve("spiky-2.txt"));
    assertThat(Files.readString(two.resolve("spiky-1.txt")))
        .isNotEqualTo(Files.readString(two.resolve("spiky-2.txt")));
  }

  @Test
  void overwritesNothing() throws IOException {
    Path mine = Files.writeString(directory.resolve("constant-1.txt"), "7\n");
    assertThat(run(directory, "--seconds", "60")).isNotZero();
    assertThat(errors.toString()).contains("constant-1.txt is there already");
    assertThat(mine).hasContent("7");
  }

  @Test
  void namesWhatIsOutOfBounds() {
    assertThat(run(directory, "--each", "0")).isEqualTo(2);
    assertThat(errors.toString()).contains("--each must be between 1 and 1000, was: 0");
  }

  private int run(Path out, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--out", out.toString()));
    arguments.addAll(List.of(more));
    return new CommandLine(new TracesCommand())
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(errors, true))
        .setExecutionExceptionHandler(
            (e, line, result) -> {
              assertThat(e).isInstanceOf(UncheckedIOException.class);
              line.getErr().println(e.getMessage());
              return 1;
            })
        .execute(arguments.toArray(String[]::new));
  }
}
