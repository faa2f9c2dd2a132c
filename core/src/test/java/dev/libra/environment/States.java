package dev.libra.environment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Saved states in memory. */
public final class States {
  private States() {}

  public static byte[] of(Restorable restorable) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      restorable.save(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static <T extends Restorable> T into(T restorable, byte[] state) {
    try {
      restorable.restore(new DataInputStream(new ByteArrayInputStream(state)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return restorable;
  }

  /** Puts a classic control task, whose state is a generator and these numbers, into a state. */
  public static <T extends Restorable> T into(T restorable, double... values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      out.writeLong(0);
      for (double value : values) {
        out.writeDouble(value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return into(restorable, bytes.toByteArray());
  }
}
