package dev.libra.learning.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * TFRecord's framing: length (8 bytes), masked CRC of the length (4), data, masked CRC of the data
 * (4), all little-endian; see https://www.tensorflow.org/tutorials/load_data/tfrecord.
 */
final class TfRecord {
  private static final int OVERHEAD = 16;
  private static final int MASK = 0xa282ead8;

  private TfRecord() {}

  static byte[] frame(byte[] data) {
    ByteBuffer record = ByteBuffer.allocate(data.length + OVERHEAD).order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(data.length);
    record.putInt(maskedCrc(record.array(), Long.BYTES));
    record.put(data);
    record.putInt(maskedCrc(data, data.length));
    return record.array();
  }

  // Masked, since a CRC over bytes that hold their own CRC is a weak one.
  private static int maskedCrc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
  }
}
