package dev.libra.gateway.proxy.vertx;

import dev.libra.gateway.proxy.EventLoop;
import dev.libra.gateway.proxy.Headers;
import dev.libra.gateway.proxy.RequestBody;
import dev.libra.gateway.proxy.RequestHead;
import dev.libra.gateway.proxy.UpstreamClient;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** HTTP/1.1 with connections kept alive, on a few event loops. */
public final class VertxUpstreamClient implements UpstreamClient, AutoCloseable {
  // Shorter than the 30 s after which a Liberty replica closes an idle connection, so that a
  // request rarely meets one that is being closed.
  private static final int IDLE_CONNECTION_S = 20;
  private static final int MOST_CONNECTIONS_PER_REPLICA = 10_000;

  private final VertxInternal vertx;
  private final HttpClient http;
  private final VertxLoop[] loops;
  private final AtomicInteger next = new AtomicInteger();

  public VertxUpstreamClient(int eventLoops, Duration connectTimeout) {
    vertx = (VertxInternal) Vertx.vertx(vertxOptions(eventLoops));
    http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setKeepAliveTimeout(IDLE_CONNECTION_S)
                .setTcpNoDelay(true)
                .setMaxHeaderSize(64 * 1024),
            // The balancer bounds what is outstanding, so the connection pool need not.
            new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS_PER_REPLICA));
    loops = new VertxLoop[eventLoops];
    for (int i = 0; i < eventLoops; i++) {
      loops[i] = new VertxLoop(vertx.createEventLoopContext());
    }
  }

  private static VertxOptions vertxOptions(int eventLoops) {
    return new VertxOptions()
        .setEventLoopPoolSize(eventLoops)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  @Override
  public EventLoop loop() {
    return loops[Math.floorMod(next.getAndIncrement(), loops.length)];
  }

  @Override
  public Call send(
      URI replica, RequestHead request, Headers headers, RequestBody body, Listener listener) {
    VertxCall call = new VertxCall(body, listener);
    try {
      http.request(options(replica, request, headers, body))
          .onComplete(call::connected, call::unreachable);
    } catch (IllegalArgumentException e) {
      // Nothing a replica could mend: as unreachable it would be tried until its time is over.
      call.lost(e);
    } catch (RuntimeException | LinkageError e) {
      // Without a file descriptor to spare Netty fails here: with the socket, or to load a class.
      call.unreachable(e);
    }
    return call;
  }

  private static RequestOptions options(
      URI replica, RequestHead request, Headers headers, RequestBody body) {
    boolean ssl = "https".equals(replica.getScheme());
    int port = replica.getPort() >= 0 ? replica.getPort() : ssl ? 443 : 80;
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(request.method()))
            .setHost(replica.getHost())
            .setPort(port)
            .setSsl(ssl)
            .setURI(request.target());
    headers.forEach(options::addHeader);
    if (body != null) {
      byte[] whole = body.whole();
      long length = whole == null ? body.length() : whole.length;
      if (length >= 0) {
        options.addHeader("Content-Length", Long.toString(length));
      }
    }
    return options;
  }

  @Override
  public void close() {
    http.close();
    vertx.close();
  }

  private static final class VertxLoop implements EventLoop {
    private final ContextInternal context;
    private final TimerWheel wheel = new TimerWheel(System.nanoTime());

    VertxLoop(ContextInternal context) {
      this.context = context;
      context.setPeriodic(
          TimeUnit.NANOSECONDS.toMillis(TimerWheel.TICK_NANOS),
          tick -> wheel.advance(System.nanoTime()));
    }

    @Override
    public void execute(Runnable step) {
      context.runOnContext(v -> step.run());
    }

    @Override
    public Timer schedule(Duration delay, Runnable step) {
      return wheel.schedule(System.nanoTime(), delay.toNanos(), step);
    }
  }
}
