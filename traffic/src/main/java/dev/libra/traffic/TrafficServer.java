package dev.libra.traffic;

import com.sun.net.httpserver.HttpServer;
import dev.libra.traffic.run.Runs;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The {@code traffic} process: makes load when its control API is told to. */
public final class TrafficServer implements AutoCloseable {
  private static final int API_THREADS = 4;

  private final Runs runs;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(API_THREADS);

  TrafficServer(TrafficSettings settings) throws IOException {
    runs = new Runs(settings.runs(), Clock.systemUTC());
    server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 0);
    server.createContext("/", new TrafficApi(runs, settings.clusterToken()));
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    runs.close();
    server.stop(0);
    threads.shutdown();
  }

  public static void main(String[] arguments) {
    try {
      TrafficServer server = new TrafficServer(TrafficSettings.from(System.getenv()));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "traffic-shutdown"));
      System.out.println("traffic listens on port " + server.port());
    } catch (IllegalArgumentException | IOException e) {
      System.err.println("traffic: " + e.getMessage());
      System.exit(1);
    }
  }
}
