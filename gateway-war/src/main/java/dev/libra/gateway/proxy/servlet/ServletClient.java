package dev.libra.gateway.proxy.servlet;

import dev.libra.gateway.proxy.AccessLog;
import dev.libra.gateway.proxy.Client;
import dev.libra.gateway.proxy.Exchange;
import dev.libra.gateway.proxy.Problem;
import dev.libra.gateway.proxy.RequestHead;
import dev.libra.gateway.proxy.ResponseHead;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes an answer through the servlet container.
 *
 * <p>A short answer of known length is collected and handed over whole at its end; the container
 * sends it from one of its own threads. Any other is streamed.
 */
final class ServletClient implements Client {
  private static final Logger LOG = System.getLogger(ServletClient.class.getName());

  /** Fits the container's output buffer, so that handing it over never waits for the client. */
  private static final int LONGEST_COLLECTED = 30 * 1024;

  private final AsyncContext async;
  private final AccessLog log;
  private final long arrivedAt;
  private final RequestHead request;
  private final HttpServletResponse response;
  private final AtomicBoolean completed = new AtomicBoolean();
  private Exchange exchange;
  private IncomingBody body;
  private ResponseHead head;
  private byte[] collected;
  private int length;
  private AnswerStream stream;
  private int status;
  private long bytes;
  private boolean ended;

  /**
   * @param request what was asked; the container's own request object may serve another request
   *     already once the servlet has returned
   * @param arrivedAt in {@link System#nanoTime}
   */
  ServletClient(AsyncContext async, RequestHead request, AccessLog log, long arrivedAt) {
    this.async = async;
    this.log = log;
    this.arrivedAt = arrivedAt;
    this.request = request;
    this.response = (HttpServletResponse) async.getResponse();
  }

  /** Names the exchange that is told when the client has gone. */
  void serve(Exchange served) {
    exchange = served;
  }

  /** Names the body that is let go with the client. */
  void sends(IncomingBody incoming) {
    body = incoming;
  }

  @Override
  public void begin(ResponseHead answer) {
    head = answer;
    status = answer.status();
    bytes = 0;
    length = 0;
    collected = null;
    long declared = hasBody() ? answer.contentLength() : 0;
    if (declared >= 0 && declared <= LONGEST_COLLECTED) {
      collected = new byte[(int) declared];
    }
  }

  private boolean hasBody() {
    return !request.method().equals("HEAD") && head.status() != 204 && head.status() != 304;
  }

  @Override
  public boolean write(byte[] piece) throws IOException {
    bytes += piece.length;
    if (collected != null) {
      System.arraycopy(piece, 0, collected, length, piece.length);
      length += piece.length;
      return true;
    }
    if (stream == null) {
      sendHead(head.contentLength());
      stream = new AnswerStream(response.getOutputStream(), exchange, this::complete);
      stream.start();
    }
    return stream.write(piece);
  }

  @Override
  public boolean isCommitted() {
    return stream != null;
  }

  @Override
  public void end() throws IOException {
    ended = true;
    if (stream != null) {
      stream.end();
      return;
    }
    if (!hasBody()) {
      sendHead(request.method().equals("HEAD") ? head.contentLength() : -1);
    } else {
      sendHead(length);
      response.getOutputStream().write(collected == null ? new byte[0] : collected, 0, length);
    }
    complete();
  }

  private void sendHead(long contentLength) {
    response.setStatus(head.status());
    head.headers()
        .forEach(
            (name, value) -> {
              if (!name.equalsIgnoreCase("Content-Length")) {
                response.addHeader(name, value);
              }
            });
    if (contentLength >= 0) {
      response.setContentLengthLong(contentLength);
    }
    closeIfUnread();
  }

  /** What is left of the request's body is not read, so no other request can follow it. */
  private void closeIfUnread() {
    if (body != null && !body.isRead()) {
      response.setHeader("Connection", "close");
    }
  }

  @Override
  public void problem(Problem problem) throws IOException {
    byte[] body = problem.toJson(request.path());
    status = problem.status();
    bytes = body.length;
    ended = true;
    response.reset();
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    if (problem.retryAfterS() > 0) {
      response.setIntHeader("Retry-After", problem.retryAfterS());
    }
    if (!problem.challenge().isEmpty()) {
      response.setHeader("WWW-Authenticate", problem.challenge());
    }
    if (problem.leavesBodyUnread()) {
      response.setHeader("Connection", "close");
    }
    closeIfUnread();
    if (!request.method().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
    complete();
  }

  @Override
  public void abort() {
    if (stream != null) {
      stream.abort();
    }
  }

  /** Answers a request that doesn't come to an exchange. */
  void refuse(Problem problem) {
    try {
      problem(problem);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "A client left before it was refused", e);
      complete();
    }
  }

  @Override
  public void complete() {
    if (completed.compareAndSet(false, true)) {
      if (body != null) {
        body.close();
      }
      async.complete();
      if (log != AccessLog.NONE) {
        note();
      }
    }
  }

  private void note() {
    // The code of a client that left before it was answered is nginx's.
    int shown = status == 0 ? 499 : status;
    log.add(new AccessLog.Entry(request, shown, ended, bytes, System.nanoTime() - arrivedAt));
  }
}
