package dev.libra.gateway.proxy.vertx;

import dev.libra.gateway.proxy.Headers;
import dev.libra.gateway.proxy.RequestBody;
import dev.libra.gateway.proxy.RequestHead;
import dev.libra.gateway.proxy.UpstreamClient;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;

/** HTTP/1.1 with connections kept alive, on one event loop. */
final class VertxUpstreamClient implements UpstreamClient, AutoCloseable {
  // Shorter than the 30 s after which a Liberty replica closes an idle connection, so that a
  // request rarely meets one that is being closed.
  private static final int IDLE_CONNECTION_S = 20;
  private static final int MOST_CONNECTIONS_PER_REPLICA = 10_000;

  private final HttpClient http;

  VertxUpstreamClient(VertxLoop loop, Duration connectTimeout) {
    http =
        loop.vertx()
            .createHttpClient(
                new HttpClientOptions()
                    .setConnectTimeout((int) connectTimeout.toMillis())
                    .setKeepAliveTimeout(IDLE_CONNECTION_S)
                    .setTcpNoDelay(true)
                    .setTcpKeepAlive(true)
                    .setMaxHeaderSize(64 * 1024),
                // The balancer bounds what is outstanding, so the connection pool need not.
                new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS_PER_REPLICA));
  }

  @Override
  public Call send(
      URI replica, RequestHead request, Headers headers, RequestBody body, Listener listener) {
    VertxCall call = new VertxCall(request.isUpgrade(), headers, body, listener);
    try {
      http.request(options(replica, request)).onComplete(call::connected, call::unreachable);
    } catch (IllegalArgumentException e) {
      // Nothing a replica could mend: as unreachable it would be tried until its time is over.
      call.lost(e);
    } catch (RuntimeException | LinkageError e) {
      // Without a file descriptor to spare Netty fails here: with the socket, or to load a class.
      call.unreachable(e);
    }
    return call;
  }

  private static RequestOptions options(URI replica, RequestHead request) {
    boolean ssl = "https".equals(replica.getScheme());
    int port = replica.getPort() >= 0 ? replica.getPort() : ssl ? 443 : 80;
    return new RequestOptions()
        .setMethod(HttpMethod.valueOf(request.method()))
        .setHost(replica.getHost())
        .setPort(port)
        .setSsl(ssl)
        .setURI(request.target());
  }

  @Override
  public void close() {
    http.close();
  }
}
