package dev.libra.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes raw HTTP/1.1 requests that no server should take for good: two lengths, obsolete folding,
 * bombs of header fields, broken chunks, impossible methods and targets, and noise.
 */
public final class MalformedRequests {
  private static final List<String> BAD_METHODS =
      List.of("G ET", "", "GET\t", "G\u0000T", "(GET)", "{}", "GET/", "\u00e9");
  private static final List<String> BAD_VERSIONS =
      List.of("HTTP/9.9", "HTTP/1", "HTTP", "http/1.1", "HTTP/1.1 x", "");
  private static final List<String> BAD_CHUNKS =
      List.of(
          "zz\r\nabc\r\n0\r\n\r\n",
          "-1\r\n\r\n",
          "ffffffffffffffff1\r\nabc",
          "3 \u0000\r\nabc\r\n",
          "\r\n\r\n");
  private static final List<String> BAD_LENGTHS =
      List.of("-1", "+3", "3,4", "0x3", "99999999999999999999", "abc", "");
  private static final List<String> BAD_ENCODINGS =
      List.of(
          "chunked, gzip",
          "xchunked",
          "chunked\u000b",
          "identity, chunked, chunked",
          "\u0000chunked");

  private final RandomGenerator random;
  private final String path;

  /**
   * @param random the same seed makes the same requests
   * @param path a path that a good request would have
   */
  public MalformedRequests(RandomGenerator random, String path) {
    this.random = random;
    this.path = path;
  }

  /** A malformed request. */
  public record Malformed(String kind, byte[] bytes) {
    private Malformed(String kind, String text) {
      this(kind, text.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /** The next request. */
  public Malformed next() {
    return switch (random.nextInt(13)) {
      case 0 ->
          post(
              "length and chunked",
              "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
              "0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n");
      case 1 ->
          post(
              "two lengths",
              "Content-Length: 3\r\nContent-Length: " + (4 + random.nextInt(9)) + "\r\n",
              "abcGET /smuggled");
      case 2 -> get("folded field", "X-Folded: a\r\n\tb: c\r\n");
      case 3 -> get("too many fields", "X-Bomb: x\r\n".repeat(2000 + random.nextInt(3000)));
      case 4 ->
          get(
              "too long field",
              "X-Long: " + "y".repeat(100_000 + random.nextInt(200_000)) + "\r\n");
      case 5 ->
          new Malformed(
              "too long target",
              "GET "
                  + path
                  + "?"
                  + "q".repeat(100_000 + random.nextInt(100_000))
                  + " HTTP/1.1\r\nHost: x\r\n\r\n");
      case 6 -> method(any(BAD_METHODS));
      case 7 ->
          new Malformed("version", "GET " + path + " " + any(BAD_VERSIONS) + "\r\nHost: x\r\n\r\n");
      case 8 -> post("chunk", "Transfer-Encoding: chunked\r\n", any(BAD_CHUNKS));
      case 9 -> post("length", "Content-Length: " + any(BAD_LENGTHS) + "\r\n", "abc");
      case 10 ->
          post("transfer coding", "Transfer-Encoding: " + any(BAD_ENCODINGS) + "\r\n", "0\r\n\r\n");
      case 11 -> get("field name", "Bad\u0000Name" + random.nextInt(99) + ": x\r\nSp ace : y\r\n");
      default -> noise();
    };
  }

  private Malformed method(String method) {
    String kind = method.endsWith("\t") ? "tab after the method" : "method";
    return new Malformed(kind, method + " " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
  }

  private Malformed get(String kind, String fields) {
    return new Malformed(kind, "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n");
  }

  private Malformed post(String kind, String fields, String body) {
    return new Malformed(
        kind, "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n" + body);
  }

  private Malformed noise() {
    byte[] bytes = new byte[1 + random.nextInt(2000)];
    random.nextBytes(bytes);
    return new Malformed("noise", bytes);
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
