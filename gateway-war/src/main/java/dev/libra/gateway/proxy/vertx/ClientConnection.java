package dev.libra.gateway.proxy.vertx;

import dev.libra.gateway.proxy.EventLoop;
import dev.libra.gateway.proxy.Tunnel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import java.time.Duration;

/** One client's connection; used in its loop only. */
final class ClientConnection {
  /** Time for a client to read the answer to a request whose rest nobody wants. */
  private static final Duration LINGER = Duration.ofSeconds(2);

  private final HttpConnection connection;
  private final EventLoop loop;
  private final Attendance attendance;
  private final Runnable forget;
  private final Duration idle;
  private final String peer;
  private final String address;
  private long idleSince = System.nanoTime();
  private EventLoop.Timer timer;

  /** The answer under way, or null. */
  private ClientAnswer current;

  private boolean ending;
  private boolean closed;

  /**
   * @param forget is called once the connection is closed
   */
  ClientConnection(
      HttpConnection connection,
      EventLoop loop,
      Attendance attendance,
      ListenRules rules,
      Runnable forget) {
    this.connection = connection;
    this.loop = loop;
    this.attendance = attendance;
    this.forget = forget;
    this.idle = rules.idle();
    this.peer = connection.remoteAddress().hostAddress();
    this.address = rules.host() + ":" + rules.port();
    timer = loop.schedule(idle, this::look);
  }

  /** The client's address. */
  String peer() {
    return peer;
  }

  /** The gateway's own address, for clients that don't name it. */
  String address() {
    return address;
  }

  /** Whether no further request is served. */
  boolean isEnding() {
    return ending;
  }

  /** Whether the answer under way is the last one. */
  boolean endsNow() {
    return attendance.isLeaving();
  }

  void begin(ClientAnswer answer) {
    current = answer;
    attendance.begin();
  }

  void end(ClientAnswer answer) {
    attendance.end();
    // A pipelined request may have begun with the end of this answer.
    if (current == answer) {
      current = null;
      idleSince = System.nanoTime();
    }
  }

  /** Serves nothing that a client may have sent after its current request. */
  void takeNoMore() {
    ending = true;
  }

  /** Keeps the connection, however idle, until one side closes it: it speaks no HTTP any more. */
  void leaveHttp() {
    ending = true;
    timer.cancel();
  }

  /** The connection after HTTP. */
  Tunnel tunnel(NetSocket socket) {
    return new SocketTunnel(socket, this::closed);
  }

  /** Closes the connection unless a request is served. */
  void closeIfIdle() {
    if (current == null) {
      ending = true;
      connection.close();
    }
  }

  private void look() {
    long left = idle.toNanos() - (System.nanoTime() - idleSince);
    if (current == null && left <= 0) {
      closeIfIdle();
    } else {
      timer = loop.schedule(current == null ? Duration.ofNanos(left) : idle, this::look);
    }
  }

  /**
   * Closes the connection after its last answer, once the client has sent the rest of its request
   * or had the time to read the answer: data that nobody reads would reset the connection, and the
   * answer could get lost with it (RFC 9112 §9.6).
   */
  void closeAfter(HttpServerRequest request) {
    if (request.isEnded()) {
      connection.close();
      return;
    }
    request.handler(piece -> {});
    request.exceptionHandler(failure -> connection.close());
    request.endHandler(v -> connection.close());
    request.resume();
    loop.schedule(LINGER, connection::close);
  }

  void abort() {
    ending = true;
    connection.close();
  }

  /** Hears that the connection is closed. */
  void closed() {
    if (closed) {
      return;
    }
    closed = true;
    ending = true;
    timer.cancel();
    forget.run();
    attendance.disconnect();
    if (current != null) {
      current.clientGone();
    }
  }
}
