package dev.libra.gateway.proxy;

/** The status and header fields of a replica's answer. */
public record ResponseHead(int status, Headers headers) {
  private static final String REJECTED = "Libra-Rejected";

  /** Whether the replica says that it did not execute the request because its bulkhead is full. */
  boolean isRejection() {
    return status == 503 && "bulkhead".equals(headers.first(REJECTED));
  }

  /** The declared length of the body, or -1. */
  public long contentLength() {
    String length = headers.first("Content-Length");
    try {
      return length == null ? -1 : Long.parseLong(length.trim());
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
