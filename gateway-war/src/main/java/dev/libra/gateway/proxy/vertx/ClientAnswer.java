package dev.libra.gateway.proxy.vertx;

import dev.libra.gateway.proxy.AccessLog;
import dev.libra.gateway.proxy.Client;
import dev.libra.gateway.proxy.Exchange;
import dev.libra.gateway.proxy.Headers;
import dev.libra.gateway.proxy.Problem;
import dev.libra.gateway.proxy.ProxyRules;
import dev.libra.gateway.proxy.RequestHead;
import dev.libra.gateway.proxy.ResponseHead;
import dev.libra.gateway.proxy.Tunnel;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DateFormatter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.Date;
import java.util.Locale;

/**
 * Writes the answer to one request of a client.
 *
 * <p>A short answer of known length is collected and written whole at its end, so that until then
 * another replica's answer can take its place. Any other is streamed.
 */
final class ClientAnswer implements Client {
  private static final int LONGEST_COLLECTED = 30 * 1024;
  private static final int WRITE_QUEUE = 256 * 1024;

  private final ClientConnection connection;
  private final HttpServerRequest asked;
  private final HttpServerResponse response;
  private final RequestHead request;
  private final ProxyRules rules;
  private final long arrivedAt;
  private Exchange exchange;
  private ClientBody body;
  private ResponseHead head;
  private byte[] collected;
  private int length;
  private boolean committed;
  private int status;
  private long bytes;
  private boolean over;

  /** Whether nothing can follow this answer on its connection. */
  private boolean last;

  /**
   * @param arrivedAt in {@link System#nanoTime}
   */
  ClientAnswer(
      ClientConnection connection,
      HttpServerRequest asked,
      RequestHead request,
      ProxyRules rules,
      long arrivedAt) {
    this.connection = connection;
    this.asked = asked;
    this.response = asked.response();
    this.request = request;
    this.rules = rules;
    this.arrivedAt = arrivedAt;
    connection.begin(this);
  }

  /** Names the exchange that is told when the client has gone. */
  void serve(Exchange served) {
    exchange = served;
  }

  /** Names the body that is let go with the request. */
  void sends(ClientBody incoming) {
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
    } else if (isEventStream(answer)) {
      // The first event may be long in coming, and the client waits for the head.
      commit();
      response.write(Buffer.buffer());
    }
  }

  private boolean hasBody() {
    return !request.method().equals("HEAD") && head.status() != 204 && head.status() != 304;
  }

  private static boolean isEventStream(ResponseHead answer) {
    String type = answer.headers().first("Content-Type");
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/event-stream");
  }

  /** Begins to stream. */
  private void commit() {
    committed = true;
    sendHead(head.contentLength());
    response.setWriteQueueMaxSize(WRITE_QUEUE);
    response.drainHandler(v -> exchange.drained());
  }

  @Override
  public boolean write(byte[] piece) {
    if (over) {
      return true;
    }
    bytes += piece.length;
    if (collected != null) {
      System.arraycopy(piece, 0, collected, length, piece.length);
      length += piece.length;
      return true;
    }
    if (!committed) {
      commit();
    }
    response.write(buffer(piece, piece.length));
    return !response.writeQueueFull();
  }

  private static Buffer buffer(byte[] bytes, int length) {
    return Buffer.buffer(Unpooled.wrappedBuffer(bytes, 0, length));
  }

  @Override
  public boolean isCommitted() {
    return committed;
  }

  @Override
  public void end() {
    if (over) {
      return;
    }
    if (committed) {
      finish(null);
    } else if (!hasBody()) {
      sendHead(request.method().equals("HEAD") ? head.contentLength() : -1);
      finish(null);
    } else {
      sendHead(length);
      finish(buffer(collected == null ? new byte[0] : collected, length));
    }
  }

  @Override
  public void switchTo(ResponseHead answer, Tunnel replica) {
    if (over) {
      replica.close();
      return;
    }
    status = answer.status();
    response.setStatusCode(status);
    answer.headers().forEach(response.headers()::add);
    connection.leaveHttp();
    asked
        .toNetSocket()
        .onSuccess(client -> Tunnel.join(connection.tunnel(client), replica))
        .onFailure(failure -> replica.close());
    over(true);
  }

  private void sendHead(long contentLength) {
    response.setStatusCode(head.status());
    Headers fields = head.headers();
    fields.forEach(
        (name, value) -> {
          if (!name.equalsIgnoreCase("Content-Length")) {
            response.headers().add(name, value);
          }
        });
    if (contentLength >= 0) {
      response.headers().set("Content-Length", Long.toString(contentLength));
    } else if (hasBody()) {
      response.setChunked(true);
    }
    closeIf(mustClose());
  }

  /**
   * What is left of the request's body may not be worth reading, and an old client can't see where
   * an answer of unknown length ends.
   */
  private boolean mustClose() {
    boolean endless = committed && asked.version() == HttpVersion.HTTP_1_0;
    return connection.endsNow() || endless || body != null && !body.endsSoon();
  }

  private void closeIf(boolean so) {
    if (so) {
      last = true;
      response.headers().set("Connection", "close");
    }
  }

  private void finish(Buffer rest) {
    if (last) {
      connection.takeNoMore();
    }
    Future<Void> written = rest == null ? response.end() : response.end(rest);
    if (last) {
      written.onComplete(v -> connection.closeAfter(asked));
    }
    over(true);
  }

  @Override
  public void problem(Problem problem) {
    if (over) {
      return;
    }
    byte[] text = problem.toJson(request.path());
    status = problem.status();
    bytes = text.length;
    response.headers().clear();
    response.setStatusCode(status);
    response.putHeader("Date", DateFormatter.format(Date.from(rules.clock().instant())));
    response.putHeader("Content-Type", Problem.MEDIA_TYPE);
    response.putHeader("Content-Length", Integer.toString(text.length));
    if (problem.retryAfterS() > 0) {
      response.putHeader("Retry-After", Integer.toString(problem.retryAfterS()));
    }
    if (!problem.challenge().isEmpty()) {
      response.putHeader("WWW-Authenticate", problem.challenge());
    }
    closeIf(problem.endsConnection() || mustClose());
    finish(request.method().equals("HEAD") ? null : buffer(text, text.length));
  }

  @Override
  public void abort() {
    connection.abort();
  }

  @Override
  public void complete() {
    over(false);
  }

  /** Hears that the connection was closed before the answer's end. */
  void clientGone() {
    if (!over) {
      over(false);
      if (exchange != null) {
        exchange.clientGone();
      }
    }
  }

  private void over(boolean ended) {
    if (!over) {
      over = true;
      if (body != null) {
        body.close();
      }
      connection.end(this);
      if (rules.log() != AccessLog.NONE) {
        // The code of a client that left before it was answered is nginx's.
        int shown = status == 0 ? 499 : status;
        rules
            .log()
            .add(new AccessLog.Entry(request, shown, ended, bytes, System.nanoTime() - arrivedAt));
      }
    }
  }
}
