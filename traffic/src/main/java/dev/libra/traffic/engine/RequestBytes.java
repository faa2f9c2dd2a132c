package dev.libra.traffic.engine;

import dev.libra.traffic.call.Call;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Writes calls as HTTP/1.1 requests (RFC 9112); what all have in common is made once. */
final class RequestBytes {
  private static final int USUAL_SIZE = 1024;

  private final byte[] afterPath;

  RequestBytes(URI gateway) {
    String host = gateway.getRawAuthority();
    afterPath =
        (" HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: libra-traffic\r\n")
            .getBytes(StandardCharsets.US_ASCII);
  }

  /** The whole request; the caller releases it. */
  ByteBuf of(Call call, ByteBufAllocator allocator) {
    ByteBuf out = allocator.directBuffer(USUAL_SIZE);
    ascii(out, call.method());
    out.writeByte(' ');
    ascii(out, call.path());
    out.writeBytes(afterPath);
    header(out, "Authorization: Bearer ", call.token());
    header(out, "Idempotency-Key: ", call.idempotencyKey());
    if (call.body() != null) {
      header(out, "Content-Type: ", "application/json");
      header(out, "Content-Length: ", Integer.toString(ByteBufUtil.utf8Bytes(call.body())));
    }
    ascii(out, "\r\n");
    if (call.body() != null) {
      ByteBufUtil.writeUtf8(out, call.body());
    }
    return out;
  }

  private static void header(ByteBuf out, String name, String value) {
    if (value != null) {
      ascii(out, name);
      ascii(out, value);
      ascii(out, "\r\n");
    }
  }

  private static void ascii(ByteBuf out, String text) {
    ByteBufUtil.writeAscii(out, text);
  }
}
