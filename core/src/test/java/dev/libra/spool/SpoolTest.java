package dev.libra.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  @TempDir Path dir;

  @Test
  void drainsInOrderAndIsEmptyThen() throws Exception {
    Spool spool = new Spool(dir.resolve("a/b.jsonl"), 1000);
    spool.append("1");
    spool.append("2");
    List<String> drained = new ArrayList<>();
    spool.drain(drained::add);
    assertThat(drained).containsExactly("1", "2");
    assertThat(spool.isEmpty()).isTrue();
  }

  @Test
  void keepsWhatTheSinkDidNotTake() throws Exception {
    Path file = dir.resolve("s.jsonl");
    Spool spool = new Spool(file, 1000);
    List.of("1", "2", "3").forEach(spool::append);
    List<String> drained = new ArrayList<>();
    assertThatIOException()
        .isThrownBy(
            () ->
                spool.drain(
                    line -> {
                      if (line.equals("2")) {
                        throw new IOException("away");
                      }
                      drained.add(line);
                    }));
    new Spool(file, 1000).drain(drained::add);
    assertThat(drained).containsExactly("1", "2", "3");
  }

  @Test
  void refusesWhatDoesNotFit() {
    Spool spool = new Spool(dir.resolve("s.jsonl"), 5);
    assertThat(spool.append("123")).isTrue();
    assertThat(spool.append("4")).isFalse();
  }

  @Test
  void aTornLastLineDoesNotSpoilTheNext() throws Exception {
    Path file = dir.resolve("s.jsonl");
    Files.writeString(file, "1\n{\"to");
    Spool spool = new Spool(file, 1000);
    spool.append("2");
    List<String> drained = new ArrayList<>();
    spool.drain(drained::add);
    assertThat(drained).containsExactly("1", "{\"to", "2");
  }
}
