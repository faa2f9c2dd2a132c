package dev.libra.gateway.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A control endpoint over real HTTP that answers what a test tells it to. */
public final class RealControl implements AutoCloseable {
  public static final String TOKEN = "token-of-the-test";

  private final HttpServer server;
  private final List<String> reports = new CopyOnWriteArrayList<>();
  private volatile String list = "";
  private volatile int listStatus = 503;
  private volatile int reportStatus = 204;
  private volatile int polls;

  public RealControl(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/upstreams", this::upstreams);
    server.createContext("/api/metrics/update", this::update);
    server.start();
  }

  public void list(String json) {
    list = json;
    listStatus = 200;
  }

  public void listStatus(int status) {
    listStatus = status;
  }

  public void reportStatus(int status) {
    reportStatus = status;
  }

  public List<String> reports() {
    return reports;
  }

  public int polls() {
    return polls;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port());
  }

  private synchronized void upstreams(HttpExchange call) throws IOException {
    polls++;
    String tag = "\"" + list.hashCode() + "\"";
    call.getResponseHeaders().set("ETag", tag);
    boolean known = tag.equals(call.getRequestHeaders().getFirst("If-None-Match"));
    int status = !authentic(call) ? 401 : listStatus == 200 && known ? 304 : listStatus;
    answer(call, status, status == 200 ? list : "");
  }

  private void update(HttpExchange call) throws IOException {
    String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int status = authentic(call) ? reportStatus : 401;
    if (status == 204) {
      reports.add(body);
    }
    answer(call, status, "");
  }

  private static boolean authentic(HttpExchange call) {
    return ("Bearer " + TOKEN).equals(call.getRequestHeaders().getFirst("Authorization"));
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
