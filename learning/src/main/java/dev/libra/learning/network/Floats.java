package dev.libra.learning.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Arrays of floats as bytes, big-endian, in one go. */
public final class Floats {
  private Floats() {}

  public static byte[] bytes(float[] values, int count) {
    ByteBuffer buffer = ByteBuffer.allocate(count * Float.BYTES);
    buffer.asFloatBuffer().put(values, 0, count);
    return buffer.array();
  }

  public static void write(float[] values, DataOutput out) throws IOException {
    out.write(bytes(values, values.length));
  }

  /** Fills the whole array. */
  public static void read(float[] values, DataInput in) throws IOException {
    byte[] bytes = new byte[values.length * Float.BYTES];
    in.readFully(bytes);
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
  }
}
