package dev.libra.traffic.engine;

import dev.libra.traffic.engine.AnswerReader.MalformedAnswerException;
import io.netty.buffer.ByteBuf;

/** Collects one line of an answer's head from the pieces it comes in. */
final class LineReader {
  private static final int LONGEST = 64 * 1024;
  private static final int USUAL = 512;

  private byte[] bytes = new byte[USUAL];
  private int length;

  /** Reads on; true once the line is whole, without its end. */
  boolean read(ByteBuf in) {
    int end = in.indexOf(in.readerIndex(), in.writerIndex(), (byte) '\n');
    take(in, end < 0 ? in.readableBytes() : end - in.readerIndex());
    if (end < 0) {
      return false;
    }
    in.skipBytes(1);
    if (length > 0 && bytes[length - 1] == '\r') {
      length--;
    }
    return true;
  }

  void clear() {
    length = 0;
  }

  boolean isEmpty() {
    return length == 0;
  }

  byte at(int index) {
    if (index >= length) {
      throw new MalformedAnswerException("a line is too short");
    }
    return bytes[index];
  }

  /** Whether it begins so, whatever its case; the text is in lower case. */
  boolean startsWith(String lowerCase) {
    return matches(0, lowerCase);
  }

  boolean endsWith(String lowerCase) {
    int end = length;
    while (end > 0 && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t')) {
      end--;
    }
    return matches(end - lowerCase.length(), lowerCase);
  }

  /** The number that begins at an index, after spaces; what follows it is left aside. */
  long number(int from, int radix) {
    int index = from;
    while (index < length && (bytes[index] == ' ' || bytes[index] == '\t')) {
      index++;
    }
    int first = index;
    long value = 0;
    int digit;
    while (index < length && (digit = Character.digit(bytes[index], radix)) >= 0) {
      value = value * radix + digit;
      index++;
    }
    if (index == first || index - first > 15) {
      throw new MalformedAnswerException("no number where one belongs");
    }
    return value;
  }

  private boolean matches(int from, String lowerCase) {
    if (from < 0 || from + lowerCase.length() > length) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      int c = bytes[from + i];
      if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void take(ByteBuf in, int count) {
    if (length + count > LONGEST) {
      throw new MalformedAnswerException("a line is longer than " + LONGEST);
    }
    if (length + count > bytes.length) {
      bytes = java.util.Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
    in.readBytes(bytes, length, count);
    length += count;
  }
}
