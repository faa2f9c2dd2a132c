package dev.libra.spool;

/** Turns an item into one line and back. */
public interface SpoolCodec<T> {

  String encode(T item);

  /**
   * @throws IllegalArgumentException if the line is none of its own
   */
  T decode(String line);
}
