package dev.libra.gateway.proxy.vertx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * Answers each request with what a test wants, byte by byte; bodies of requests are not read, so
 * only the first request on a connection may have one.
 */
final class ScriptedUpstream implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0);
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private volatile String answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private volatile boolean closes;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  ScriptedUpstream() throws IOException {
    start("accept", this::accept);
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, "upstream-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** The heads of the requests that came. */
  List<String> heads() {
    return heads;
  }

  void answers(String text) {
    answer = text;
  }

  /** Answers, and closes the connection after it. */
  void answersAndCloses(String text) {
    answer = text;
    closes = true;
  }

  /** Holds answers back until the latch opens. */
  CountDownLatch hold() {
    gate = new CountDownLatch(1);
    return gate;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        start("serve", () -> serve(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      while (true) {
        heads.add(RunningServer.until(socket, "\r\n\r\n"));
        gate.await();
        RunningServer.send(socket, answer);
        if (closes) {
          return;
        }
      }
    } catch (IOException e) {
      // The gateway closed it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
