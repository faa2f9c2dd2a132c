package dev.libra.learning.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The few fields of TensorFlow's {@code event.proto} and {@code summary.proto} that scalars need,
 * in protobuf's wire format (https://protobuf.dev/programming-guides/encoding).
 *
 * <p>By hand: seven fields of two messages are less than a protobuf runtime beside the one that
 * ND4J shades, and its generated classes lack Event.
 */
final class EventProto {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED_32 = 5;
  private static final int MAX_VARINT = 10;

  private EventProto() {}

  /** Event{wall_time=1, file_version=3}: the first of every file. */
  static byte[] version(double wallTime) {
    byte[] version = "brain.Event:2".getBytes(StandardCharsets.UTF_8);
    ByteBuffer event = buffer(64);
    key(event, 1, FIXED_64).putDouble(wallTime);
    bytes(event, 3, version);
    return written(event);
  }

  /** Event{wall_time=1, step=2, summary=5{value=1{tag=1, simple_value=2}…}}. */
  static byte[] scalars(double wallTime, long step, Map<String, Double> values) {
    byte[] summary = summary(values);
    ByteBuffer event = buffer(summary.length + 64);
    key(event, 1, FIXED_64).putDouble(wallTime);
    varint(key(event, 2, VARINT), step);
    bytes(event, 5, summary);
    return written(event);
  }

  private static byte[] summary(Map<String, Double> values) {
    byte[][] encoded =
        values.entrySet().stream().map(e -> value(e.getKey(), e.getValue())).toArray(byte[][]::new);
    int size = 0;
    for (byte[] value : encoded) {
      size += value.length + 2 * MAX_VARINT;
    }
    ByteBuffer summary = buffer(size);
    for (byte[] value : encoded) {
      bytes(summary, 1, value);
    }
    return written(summary);
  }

  private static byte[] value(String tag, double number) {
    byte[] name = tag.getBytes(StandardCharsets.UTF_8);
    ByteBuffer value = buffer(name.length + 32);
    bytes(value, 1, name);
    key(value, 2, FIXED_32).putFloat((float) number);
    return written(value);
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer key(ByteBuffer buffer, int field, int type) {
    varint(buffer, (long) field << 3 | type);
    return buffer;
  }

  private static void bytes(ByteBuffer buffer, int field, byte[] value) {
    varint(key(buffer, field, BYTES), value.length);
    buffer.put(value);
  }

  private static void varint(ByteBuffer buffer, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      buffer.put((byte) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    buffer.put((byte) rest);
  }

  private static byte[] written(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }
}
