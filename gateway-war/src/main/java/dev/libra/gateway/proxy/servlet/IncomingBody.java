package dev.libra.gateway.proxy.servlet;

import dev.libra.gateway.proxy.BodyTooLargeException;
import dev.libra.gateway.proxy.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** A body that is read from the container. */
interface IncomingBody {

  /** Begins to read; to be called once, while the servlet runs. */
  void start() throws IOException;

  /** Whether all of it has been read. */
  boolean isRead();

  /** Lets go of it: its request has been answered. */
  void close();

  /** Hears, once, that the request can be sent, or that its body can't be read. */
  interface Collected {
    void ready(RequestBody body);

    void failed(Throwable cause);
  }

  /** The body of a request that has one: short ones are collected, longer ones are passed on. */
  static IncomingBody of(HttpServletRequest request, Bodies bodies, Collected collected)
      throws IOException {
    long declared = request.getContentLengthLong();
    if (declared > bodies.limits().maxBytes()) {
      return new RefusedBody(new BodyTooLargeException(bodies.limits().maxBytes()), collected);
    }
    boolean isShort = declared >= 0 && declared <= bodies.limits().replayBytes();
    if (isShort && bodies.limits().reserve((int) declared)) {
      return new ShortBody(request.getInputStream(), (int) declared, bodies, collected);
    }
    return new LongBody(request.getInputStream(), declared, bodies, collected);
  }

  /** A body that is not read at all. */
  record RefusedBody(IOException why, Collected collected) implements IncomingBody {

    @Override
    public void start() {
      collected.failed(why);
    }

    @Override
    public boolean isRead() {
      return false;
    }

    @Override
    public void close() {}
  }
}
