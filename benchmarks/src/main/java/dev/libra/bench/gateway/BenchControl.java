package dev.libra.bench.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Stands in for control: serves an upstream list and hears which version gateways route by. */
final class BenchControl implements AutoCloseable {
  static final String SERVICE = "bench";
  private static final Pattern VERSION = Pattern.compile("\"upstreamsVersion\":(\\d+)");

  private final HttpServer server;
  private final Map<String, String> entries = new TreeMap<>();
  private long version = 1;
  private long acknowledged;

  BenchControl() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/upstreams", this::list);
    server.createContext("/api/metrics/update", this::report);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Lists a replica as {@code ready} or {@code draining}, from a new version on. */
  synchronized long put(String replica, int port, String state, int concurrency) {
    entries.put(
        replica,
        "{\"replica\":\"%s\",\"url\":\"http://127.0.0.1:%d\",\"state\":\"%s\",\"concurrency\":%d}"
            .formatted(replica, port, state, concurrency));
    return ++version;
  }

  synchronized long remove(String replica) {
    entries.remove(replica);
    return ++version;
  }

  synchronized void clear() {
    entries.clear();
    version++;
  }

  /** Waits until a gateway has said that it routes by this version. */
  synchronized void awaitAcknowledged(long wanted) throws InterruptedException {
    while (acknowledged < wanted) {
      wait(30_000);
    }
  }

  void awaitAcknowledged() throws InterruptedException {
    long wanted;
    synchronized (this) {
      wanted = version;
    }
    awaitAcknowledged(wanted);
  }

  private void list(HttpExchange call) throws IOException {
    String tag;
    String body;
    synchronized (this) {
      tag = "\"" + version + "\"";
      body =
          entries.values().stream()
              .collect(
                  Collectors.joining(
                      ",", "{\"version\":" + version + ",\"services\":{\"bench\":[", "]}}"));
    }
    call.getResponseHeaders().set("ETag", tag);
    boolean known = tag.equals(call.getRequestHeaders().getFirst("If-None-Match"));
    answer(call, known ? 304 : 200, known ? "" : body);
  }

  private void report(HttpExchange call) throws IOException {
    String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher matcher = VERSION.matcher(body);
    if (matcher.find()) {
      synchronized (this) {
        acknowledged = Math.max(acknowledged, Long.parseLong(matcher.group(1)));
        notifyAll();
      }
    }
    answer(call, 204, "");
  }

  private static void answer(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
