package dev.libra.gateway.proxy;

/** Notes requests when they are over. */
public interface AccessLog {
  /** Notes nothing. */
  AccessLog NONE = entry -> {};

  /** Notes a request; must not block. */
  void add(Entry entry);

  /**
   * How a request ended.
   *
   * @param status as sent, or 499 if the client left before
   * @param complete whether the whole answer was handed over
   * @param bytes of the answer's body
   * @param nanos from the request's arrival
   */
  record Entry(RequestHead request, int status, boolean complete, long bytes, long nanos) {}
}
