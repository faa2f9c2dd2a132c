package dev.libra.gateway.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real, small service whose answers a test can tell by the path's last part: {@code echo}, {@code
 * count}, {@code hold}, {@code bytes}, {@code endless}, {@code break}, {@code reject}, {@code
 * none}, {@code error}.
 */
final class TestReplica implements AutoCloseable {
  static final int MANY_BYTES = 8 << 20;

  private final String name;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger holding = new AtomicInteger();
  private final CountDownLatch endlessBroken = new CountDownLatch(1);
  private volatile boolean failing;
  private volatile CountDownLatch held = new CountDownLatch(1);

  TestReplica(String name, int port) throws IOException {
    this.name = name;
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Runs as a process of its own, which a test can kill. */
  public static void main(String[] arguments) throws Exception {
    TestReplica replica = new TestReplica(arguments[0], Integer.parseInt(arguments[1]));
    System.out.println("serving " + replica.url());
    new CountDownLatch(1).await();
  }

  private void answer(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getPath();
    call.getResponseHeaders().set("X-Replica", name);
    if (path.endsWith("/count")) {
      calls.add(call.getRequestMethod() + " " + call.getRequestURI());
      long bytes = call.getRequestBody().transferTo(OutputStream.nullOutputStream());
      send(call, 200, Long.toString(bytes));
      call.close();
      return;
    }
    byte[] body = call.getRequestBody().readAllBytes();
    calls.add(call.getRequestMethod() + " " + call.getRequestURI());
    switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "hold" -> hold(call);
      case "bytes" -> bytes(call);
      case "endless" -> endless(call);
      case "break" -> call.getHttpContext().getServer().getExecutor().execute(call::close);
      case "reject" -> reject(call);
      case "none" -> call.sendResponseHeaders(204, -1);
      case "error" -> send(call, 500, "broken");
      default -> send(call, failing ? 500 : 200, echo(call, body));
    }
    call.close();
  }

  private static String echo(HttpExchange call, byte[] body) {
    StringBuilder text = new StringBuilder();
    text.append(call.getRequestMethod()).append(' ').append(call.getRequestURI()).append('\n');
    call.getRequestHeaders()
        .forEach((name, values) -> values.forEach(v -> text.append(name + ": " + v + "\n")));
    return text.append('\n').append(new String(body, StandardCharsets.UTF_8)).toString();
  }

  private void hold(HttpExchange call) throws IOException {
    holding.incrementAndGet();
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    holding.decrementAndGet();
    send(call, 200, "held");
  }

  private static void bytes(HttpExchange call) throws IOException {
    call.sendResponseHeaders(200, 0);
    byte[] block = new byte[1 << 16];
    for (int sent = 0; sent < MANY_BYTES; sent += block.length) {
      java.util.Arrays.fill(block, (byte) (sent >> 16));
      call.getResponseBody().write(block);
    }
  }

  private void endless(HttpExchange call) throws IOException {
    call.sendResponseHeaders(200, 0);
    byte[] block = new byte[1 << 16];
    try (OutputStream out = call.getResponseBody()) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      endlessBroken.countDown();
      throw e;
    }
  }

  private static void reject(HttpExchange call) throws IOException {
    call.getResponseHeaders().set("Libra-Rejected", "bulkhead");
    send(call, 503, "full");
  }

  private static void send(HttpExchange call, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    if (call.getRequestMethod().equals("HEAD")) {
      call.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
      call.sendResponseHeaders(status, -1);
    } else {
      call.sendResponseHeaders(status, bytes.length);
      call.getResponseBody().write(bytes);
    }
  }

  /** Answers 500 to everything from now on. */
  void failAll() {
    failing = true;
  }

  /** Lets all held requests go on. */
  void letGo() {
    held.countDown();
  }

  int holding() {
    return holding.get();
  }

  CountDownLatch endlessBroken() {
    return endlessBroken;
  }

  List<String> calls() {
    return calls;
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port());
  }

  @Override
  public void close() {
    letGo();
    server.stop(0);
    threads.shutdownNow();
  }
}
