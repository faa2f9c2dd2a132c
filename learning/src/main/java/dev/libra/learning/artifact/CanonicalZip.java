package dev.libra.learning.artifact;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Zip files whose bytes depend on nothing but their content: entries sorted by name, stored without
 * compression, all of the same time.
 *
 * <p>Without compression a file can't hold more than its size, and every zlib writes the same.
 */
final class CanonicalZip {
  private static final int MAX_ENTRIES = 16;
  // The earliest that a zip file can say; a local time, so that no time zone matters.
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private CanonicalZip() {}

  static byte[] pack(SortedMap<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(stored(entry.getKey(), entry.getValue()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads any zip file.
   *
   * @param maxBytes limit for all entries together, unpacked
   * @throws IllegalArgumentException if it is no zip file, damaged or too large
   */
  static SortedMap<String, byte[]> unpack(byte[] bytes, int maxBytes) {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      read(zip, maxBytes, entries);
    } catch (EOFException e) {
      throw new IllegalArgumentException("it is a damaged zip file: it ends too early", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("it is a damaged zip file: " + e.getMessage(), e);
    }
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("it is no zip file");
    }
    return entries;
  }

  private static void read(ZipInputStream zip, int maxBytes, Map<String, byte[]> entries)
      throws IOException {
    int left = maxBytes;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      byte[] content = zip.readNBytes(left + 1);
      left -= content.length;
      if (left < 0 || entries.size() == MAX_ENTRIES) {
        throw new IllegalArgumentException(
            "it unpacks to more than " + maxBytes + " bytes or " + MAX_ENTRIES + " entries");
      }
      if (entries.put(entry.getName(), content) != null) {
        throw new IllegalArgumentException("it holds " + entry.getName() + " twice");
      }
    }
  }

  /**
   * @throws IllegalArgumentException unless {@link #pack} would write the same bytes
   */
  static void checkCanonical(SortedMap<String, byte[]> entries, byte[] bytes) {
    if (!Arrays.equals(pack(entries), bytes)) {
      throw new IllegalArgumentException(
          "its zip structure is damaged or was written by another program");
    }
  }

  private static ZipEntry stored(String name, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(crc.getValue());
    return entry;
  }
}
