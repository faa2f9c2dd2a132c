package dev.libra.traffic.engine;

import io.netty.buffer.ByteBuf;

/**
 * Finds the end of an HTTP/1.1 answer (RFC 9112, sections 4, 6 and 7.1) in whatever pieces it
 * comes; of the content only the length matters.
 */
final class AnswerReader {
  /** An answer that breaks the protocol; the connection can't be used any more. */
  static final class MalformedAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedAnswerException(String message) {
      super(message);
    }
  }

  private enum Part {
    STATUS_LINE,
    HEADERS,
    CONTENT,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILERS,
    UNTIL_CLOSE,
    COMPLETE
  }

  private final LineReader line = new LineReader();
  private Part part = Part.COMPLETE;
  private boolean head;
  private int status;
  private long remaining;
  private boolean chunked;
  private boolean keepAlive;

  /**
   * Gets ready for the next answer.
   *
   * @param toHead whether it answers a HEAD request, and so has no content
   */
  void begin(boolean toHead) {
    head = toHead;
    expectStatus();
  }

  /**
   * Reads on.
   *
   * @return whether the answer is complete; bytes after it are left where they are
   */
  boolean read(ByteBuf in) {
    while (part != Part.COMPLETE && in.isReadable()) {
      step(in);
    }
    return part == Part.COMPLETE;
  }

  /** Whether the connection's end is a proper end of this answer. */
  boolean endsWithConnection() {
    return part == Part.UNTIL_CLOSE;
  }

  int status() {
    return status;
  }

  /** Whether another request may follow on the connection. */
  boolean keepAlive() {
    return keepAlive;
  }

  private void step(ByteBuf in) {
    switch (part) {
      case CONTENT -> skip(in, Part.COMPLETE);
      case CHUNK -> skip(in, Part.CHUNK_END);
      case UNTIL_CLOSE -> in.skipBytes(in.readableBytes());
      default -> {
        if (line.read(in)) {
          line();
          line.clear();
        }
      }
    }
  }

  private void skip(ByteBuf in, Part next) {
    int count = (int) Math.min(remaining, in.readableBytes());
    in.skipBytes(count);
    remaining -= count;
    if (remaining == 0) {
      part = next;
    }
  }

  private void line() {
    switch (part) {
      case STATUS_LINE -> statusLine();
      case HEADERS -> header();
      case CHUNK_SIZE -> chunkSize();
      case CHUNK_END -> part = Part.CHUNK_SIZE;
      default -> part = line.isEmpty() ? Part.COMPLETE : Part.TRAILERS;
    }
  }

  private void expectStatus() {
    part = Part.STATUS_LINE;
    remaining = -1;
    chunked = false;
  }

  private void statusLine() {
    if (!line.startsWith("http/1.")) {
      throw new MalformedAnswerException("no HTTP/1 status line");
    }
    keepAlive = line.at(7) != '0';
    status = (int) line.number(9, 10);
    if (status < 100 || status > 999) {
      throw new MalformedAnswerException("status " + status);
    }
    part = Part.HEADERS;
  }

  private void header() {
    if (line.isEmpty()) {
      headersEnd();
    } else if (line.startsWith("content-length:")) {
      remaining = line.number(15, 10);
    } else if (line.startsWith("transfer-encoding:")) {
      chunked = line.endsWith("chunked");
    } else if (line.startsWith("connection:")) {
      keepAlive = !line.endsWith("close") && (keepAlive || line.endsWith("keep-alive"));
    }
  }

  private void headersEnd() {
    if (status < 200) {
      expectStatus();
    } else if (head || status == 204 || status == 304 || !chunked && remaining == 0) {
      part = Part.COMPLETE;
    } else if (chunked) {
      part = Part.CHUNK_SIZE;
    } else if (remaining > 0) {
      part = Part.CONTENT;
    } else {
      keepAlive = false;
      part = Part.UNTIL_CLOSE;
    }
  }

  private void chunkSize() {
    remaining = line.number(0, 16);
    part = remaining == 0 ? Part.TRAILERS : Part.CHUNK;
  }
}
