package dev.libra.learning.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpisodesLineTest {

  @Test
  void tellsOfEachTenth() {
    assertThat(lines(25))
        .hasSize(10)
        .startsWith("waiting: 3 of 25 episodes")
        .endsWith("waiting: 25 of 25 episodes");
  }

  @Test
  void tellsOfEachEpisodeWhereThereAreFew() {
    assertThat(lines(2)).containsExactly("waiting: 1 of 2 episodes", "waiting: 2 of 2 episodes");
  }

  private static String[] lines(int episodes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    EpisodesLine line = new EpisodesLine(new PrintStream(bytes, true, UTF_8), "waiting", episodes);
    IntStream.rangeClosed(1, episodes).forEach(line);
    return bytes.toString(UTF_8).split(System.lineSeparator());
  }
}
