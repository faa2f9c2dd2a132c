package dev.libra.learning.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.shade.protobuf.UnknownFieldSet;
import org.tensorflow.framework.Summary;

/**
 * Reads the files back with Google's protobuf runtime and TensorFlow's Summary, as ND4J has them.
 */
class EventFileWriterTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05.250Z"), ZoneOffset.UTC);

  @TempDir Path directory;

  @Test
  void beginsWithTheVersion() throws IOException {
    UnknownFieldSet event = events(write(0, Map.of("a", 1.0))).get(0);
    assertThat(event.getField(3).getLengthDelimitedList().get(0).toString(StandardCharsets.UTF_8))
        .isEqualTo("brain.Event:2");
    assertThat(wallTime(event)).isEqualTo(1767323045.25);
  }

  @Test
  void keepsStepTagsAndValues() throws IOException {
    long step = 5_000_000_000L;
    Path file = write(step, Map.of("losses/policy", -0.25, "return/Ω", 475.5));
    List<UnknownFieldSet> events = events(file);
    assertThat(events).hasSize(2);
    UnknownFieldSet event = events.get(1);
    assertThat(event.getField(2).getVarintList()).containsExactly(step);
    assertThat(wallTime(event)).isEqualTo(1767323045.25);
    Summary summary = Summary.parseFrom(event.getField(5).getLengthDelimitedList().get(0));
    assertThat(summary.getValueList())
        .extracting(Summary.Value::getTag, Summary.Value::getSimpleValue)
        .containsExactly(tuple("losses/policy", -0.25f), tuple("return/Ω", 475.5f));
    assertThat(summary.getUnknownFields().asMap()).isEmpty();
  }

  @Test
  void isNamedAsTensorBoardLooksForIt() throws IOException {
    assertThat(write(0, Map.of()).getFileName())
        .hasToString("events.out.tfevents.1767323045.libra.0");
  }

  @Test
  void neverWritesOverAnEarlierFile() throws IOException {
    Path first = write(0, Map.of("a", 1.0));
    Path second = write(1, Map.of("a", 2.0));
    assertThat(second).isNotEqualTo(first);
    assertThat(events(first)).hasSize(2);
  }

  @Test
  void whatIsFlushedCanBeReadBeforeTheEnd() throws IOException {
    try (EventFileWriter writer = new EventFileWriter(directory, CLOCK)) {
      writer.scalars(1, Map.of("a", 1.0));
      writer.flush();
      assertThat(events(writer.file())).hasSize(2);
    }
  }

  @Test
  void refusesAnEmptyTag() throws IOException {
    try (EventFileWriter writer = new EventFileWriter(directory, CLOCK)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> writer.scalars(1, Map.of("", 1.0)))
          .withMessageStartingWith("tag must not be blank");
    }
  }

  @Test
  void theReadersOwnCrcIsTheStandards() {
    byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertThat(crc32c(check)).isEqualTo(0xe3069283);
  }

  private Path write(long step, Map<String, Double> values) throws IOException {
    try (EventFileWriter writer = new EventFileWriter(directory, CLOCK)) {
      writer.scalars(step, values);
      return writer.file();
    }
  }

  private static double wallTime(UnknownFieldSet event) {
    return Double.longBitsToDouble(event.getField(1).getFixed64List().get(0));
  }

  private static List<UnknownFieldSet> events(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<UnknownFieldSet> events = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] length = new byte[8];
      in.get(length);
      assertThat(in.getInt()).isEqualTo(masked(length));
      byte[] data = new byte[(int) ByteBuffer.wrap(length).order(in.order()).getLong()];
      in.get(data);
      assertThat(in.getInt()).isEqualTo(masked(data));
      events.add(UnknownFieldSet.parseFrom(data));
    }
    return events;
  }

  private static int masked(byte[] data) {
    int crc = crc32c(data);
    return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
  }

  /** Bit by bit, of the polynomial 0x1EDC6F41 reflected. */
  private static int crc32c(byte[] data) {
    int crc = ~0;
    for (byte next : data) {
      crc ^= next & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ 0x82f63b78;
      }
    }
    return ~crc;
  }
}
