package dev.libra.environment;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Something whose state can be written and read back, so that it goes on with the same bits. */
public interface Restorable {

  void save(DataOutput out) throws IOException;

  /** Reads what {@link #save} wrote, into an object that was built with the same arguments. */
  void restore(DataInput in) throws IOException;
}
