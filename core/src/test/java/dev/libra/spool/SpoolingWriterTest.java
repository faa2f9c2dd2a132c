package dev.libra.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolingWriterTest {
  private static final SpoolCodec<Integer> CODEC =
      new SpoolCodec<>() {
        @Override
        public String encode(Integer item) {
          return item.toString();
        }

        @Override
        public Integer decode(String line) {
          return Integer.valueOf(line);
        }
      };

  @TempDir Path dir;
  private final List<Integer> store = new CopyOnWriteArrayList<>();
  private volatile boolean away;

  @Test
  void everythingArrivesInOrderAlthoughTheStoreWasAway() {
    try (SpoolingWriter<Integer> writer = writer()) {
      writer.write(0);
      await().until(() -> store.size() == 1);
      away = true;
      IntStream.range(1, 50).forEach(writer::write);
      await().until(writer::isStoreAway);
      away = false;
      IntStream.range(50, 60).forEach(writer::write);
      await().until(() -> store.size() == 60);
      assertThat(writer.dropped()).isZero();
    }
    assertThat(store).containsExactlyElementsOf(IntStream.range(0, 60).boxed().toList());
  }

  @Test
  void whatWaitsSurvivesARestart() {
    away = true;
    try (SpoolingWriter<Integer> writer = writer()) {
      writer.write(1);
      writer.write(2);
    }
    assertThat(store).isEmpty();
    away = false;
    try (SpoolingWriter<Integer> writer = writer()) {
      await().until(() -> store.size() == 2);
      assertThat(writer.isStoreAway()).isFalse();
    }
    assertThat(store).containsExactly(1, 2);
  }

  @Test
  void anUnreadableLineIsSkipped() {
    spool().append("not a number");
    spool().append("7");
    try (SpoolingWriter<Integer> writer = writer()) {
      await().until(() -> store.contains(7));
      assertThat(writer.dropped()).isZero();
    }
  }

  private SpoolingWriter<Integer> writer() {
    return new SpoolingWriter<>("test", this::save, CODEC, spool(), 1000, Duration.ofMillis(20));
  }

  private Spool spool() {
    return new Spool(dir.resolve("spool"), 10_000);
  }

  private void save(int item) throws IOException {
    if (away) {
      throw new IOException("away");
    }
    store.add(item);
  }
}
