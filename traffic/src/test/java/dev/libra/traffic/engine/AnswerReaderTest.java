package dev.libra.traffic.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.libra.traffic.engine.AnswerReader.MalformedAnswerException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
  private final AnswerReader reader = new AnswerReader();

  @Property(tries = 300)
  void findsTheEndInWhateverPiecesItComes(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 0, max = 5000) int length,
      @ForAll boolean chunked) {
    Random random = new Random(seed);
    String content = "x".repeat(length);
    String answer = chunked ? chunked(content, random) : plain(content);
    AnswerReader pieces = new AnswerReader();
    pieces.begin(false);
    int at = 0;
    while (at < answer.length()) {
      int next = Math.min(answer.length(), at + 1 + random.nextInt(200));
      boolean complete = pieces.read(bytes(answer.substring(at, next)));
      at = next;
      assertThat(complete).isEqualTo(at == answer.length());
    }
    assertThat(pieces.status()).isEqualTo(200);
    assertThat(pieces.keepAlive()).isTrue();
  }

  @Test
  void leavesWhatFollows() {
    reader.begin(false);
    ByteBuf in = bytes(plain("ok") + "HTTP/1.1");
    assertThat(reader.read(in)).isTrue();
    assertThat(in.readableBytes()).isEqualTo(8);
  }

  @Test
  void anAnswerWithoutContentEndsWithItsHead() {
    reader.begin(true);
    assertThat(reader.read(bytes("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"))).isTrue();
    reader.begin(false);
    assertThat(reader.read(bytes("HTTP/1.1 204 No Content\r\n\r\n"))).isTrue();
    reader.begin(false);
    assertThat(reader.read(bytes("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n")))
        .isTrue();
  }

  @Test
  void skipsInterimAnswers() {
    reader.begin(false);
    assertThat(reader.read(bytes("HTTP/1.1 100 Continue\r\n\r\n" + plain("")))).isTrue();
    assertThat(reader.status()).isEqualTo(200);
  }

  @Test
  void withoutALengthTheConnectionsEndIsTheEnd() {
    reader.begin(false);
    assertThat(reader.read(bytes("HTTP/1.1 200 OK\r\n\r\nsome"))).isFalse();
    assertThat(reader.endsWithConnection()).isTrue();
    assertThat(reader.keepAlive()).isFalse();
  }

  @Test
  void closesWhenToldTo() {
    reader.begin(false);
    reader.read(bytes("HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 0\r\n\r\n"));
    assertThat(reader.keepAlive()).isFalse();
    reader.begin(false);
    reader.read(bytes("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n"));
    assertThat(reader.keepAlive()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH\r\n",
        "HTTP/1.1 abc\r\n",
        "HTTP/1\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
      })
  void refusesWhatBreaksTheRules(String answer) {
    reader.begin(false);
    assertThatThrownBy(() -> reader.read(bytes(answer)))
        .isInstanceOf(MalformedAnswerException.class);
  }

  private static String plain(String content) {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\ncontent-length: "
        + content.length()
        + "\r\n\r\n"
        + content;
  }

  private static String chunked(String content, Random random) {
    StringBuilder answer =
        new StringBuilder("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n");
    for (int at = 0; at < content.length(); ) {
      int next = Math.min(content.length(), at + 1 + random.nextInt(2000));
      answer.append(Integer.toHexString(next - at)).append(";note=1\r\n");
      answer.append(content, at, next).append("\r\n");
      at = next;
    }
    return answer.append("0\r\nTrailer: yes\r\n\r\n").toString();
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
  }
}
