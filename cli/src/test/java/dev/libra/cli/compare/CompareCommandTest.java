package dev.libra.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CompareCommandTest {
  @TempDir Path directory;
  private final StringWriter said = new StringWriter();
  private final StringWriter errors = new StringWriter();

  /** A root as the real one, for the command line is told through it. */
  @Command(name = "libra", subcommands = CompareCommand.class)
  private static final class Root {}

  @Test
  void judgesRulesAndWritesItsFiles() throws IOException {
    Path trace = Files.writeString(directory.resolve("flat.txt"), "30\n".repeat(120));
    assertThat(
            run(trace, "--policies", "hpa,static-max,clairvoyant", "--seeds", "1", "--budget", "2"))
        .as(errors.toString())
        .isZero();
    Path out = directory.resolve("out");
    assertThat(out.resolve("report.html")).exists();
    assertThat(out.resolve("summary.json")).content().contains("--policies hpa,static-max");
    assertThat(Files.readAllLines(out.resolve("results.csv"))).hasSizeGreaterThan(4);
    assertThat(said.toString()).contains("report: ");
  }

  @Test
  void namesTheLineOfABadTrace() throws IOException {
    Path trace = Files.writeString(directory.resolve("bad.txt"), "30\nmany\n");
    assertThat(run(trace, "--seeds", "1")).isEqualTo(2);
    assertThat(errors.toString()).contains("bad.txt", "2", "many");
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void namesThePoliciesThereAre() throws IOException {
    Path trace = Files.writeString(directory.resolve("flat.txt"), "30\n");
    assertThat(run(trace, "--policies", "magic")).isEqualTo(2);
    assertThat(errors.toString()).contains("holt-winters", "learned:FILE", "was: magic");
  }

  @Test
  void refusesWhatIsNoArtifact() throws IOException {
    Path trace = Files.writeString(directory.resolve("flat.txt"), "30\n");
    assertThat(run(trace, "--policies", "learned:" + trace)).isEqualTo(2);
    assertThat(errors.toString()).contains("flat.txt");
  }

  private int run(Path trace, String... more) {
    List<String> arguments = new ArrayList<>(List.of("compare", "--trace", trace.toString()));
    arguments.addAll(List.of("--tune-on", trace.toString()));
    arguments.addAll(List.of("--out", directory.resolve("out").toString()));
    arguments.addAll(List.of(more));
    return new CommandLine(new Root())
        .setOut(new PrintWriter(said, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments.toArray(String[]::new));
  }
}
