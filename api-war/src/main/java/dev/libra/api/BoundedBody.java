package dev.libra.api;

import jakarta.ws.rs.ClientErrorException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads request bodies that can't fill the memory. */
final class BoundedBody {
  private static final int MAX_BYTES = 4 << 20;

  private BoundedBody() {}

  static String read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new ClientErrorException("the body may have at most " + MAX_BYTES + " bytes", 413);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
