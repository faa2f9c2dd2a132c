package dev.libra.actuation.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A replica that is ready in a fraction of a second: a web server that sends heartbeats. A request
 * to {@code /in-flight/n} makes it report n requests in flight, {@code /silent} ends its
 * heartbeats.
 */
public final class QuickReplica {
  private static volatile int inFlight;
  private static volatile boolean silent;

  private QuickReplica() {}

  /** Takes its name, its port and the port to send heartbeats to. */
  public static void main(String[] arguments) throws IOException {
    String name = arguments[0];
    int port = Integer.parseInt(arguments[1]);
    if (arguments[3].equals("crash")) {
      System.out.println("this replica cannot start");
      System.exit(1);
    }
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext(
        "/",
        exchange -> {
          obey(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    URI inbox = URI.create("http://127.0.0.1:" + arguments[2] + "/" + name + "/" + port + "/");
    Executors.newSingleThreadScheduledExecutor()
        .scheduleAtFixedRate(() -> beat(inbox), 0, 100, TimeUnit.MILLISECONDS);
  }

  private static void obey(String path) {
    if (path.startsWith("/in-flight/")) {
      inFlight = Integer.parseInt(path.substring("/in-flight/".length()));
    } else if (path.equals("/silent")) {
      silent = true;
    }
  }

  private static void beat(URI inbox) {
    if (silent) {
      return;
    }
    HttpRequest request = HttpRequest.newBuilder(inbox.resolve(Integer.toString(inFlight))).build();
    // A control that is away misses this heartbeat and gets the next one.
    HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.discarding());
  }
}
