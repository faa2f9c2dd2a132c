package dev.libra.metrics;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Writes and reads histograms as base64 of HdrHistogram's compressed form. */
public final class HistogramCodec {
  private static final int MAX_ENCODED_CHARS = 1 << 20;

  private HistogramCodec() {}

  public static String encode(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  /**
   * @throws IllegalArgumentException if the text is not such a histogram
   */
  public static Histogram decode(String text) {
    if (text == null || text.isEmpty() || text.length() > MAX_ENCODED_CHARS) {
      throw new IllegalArgumentException(
          "histogram must have 1 to " + MAX_ENCODED_CHARS + " characters");
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      return Histogram.decodeFromCompressedByteBuffer(bytes, Interval.HIGHEST_MICROS);
    } catch (DataFormatException | RuntimeException e) {
      throw new IllegalArgumentException("histogram is not base64 of a compressed HdrHistogram", e);
    }
  }
}
