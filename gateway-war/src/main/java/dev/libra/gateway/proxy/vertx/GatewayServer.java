package dev.libra.gateway.proxy.vertx;

import dev.libra.gateway.proxy.Admission;
import dev.libra.gateway.proxy.BodyLimits;
import dev.libra.gateway.proxy.ProxyRules;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The data path: takes clients' requests and passes them to replicas.
 *
 * <p>A client's connection, the exchanges on it and the calls to replicas for them stay in one
 * event loop, so that a request changes no threads.
 */
public final class GatewayServer implements AutoCloseable {
  private static final Logger LOG = System.getLogger(GatewayServer.class.getName());
  private static final Duration START = Duration.ofSeconds(10);
  private static final Duration LEAVE = Duration.ofSeconds(20);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final ListenRules listen;
  private final Attendance attendance;
  private final VertxLoops loops;
  private final List<FrontDoor> doors = new ArrayList<>();
  private final List<VertxUpstreamClient> upstreams = new ArrayList<>();

  /**
   * @param connectTimeout longest time to open a connection to a replica
   */
  public GatewayServer(
      ListenRules listen,
      int eventLoops,
      Duration connectTimeout,
      Admission admission,
      ProxyRules rules,
      BodyLimits bodies) {
    this.listen = listen;
    attendance = new Attendance(listen.maxConnections());
    loops = new VertxLoops(eventLoops);
    for (VertxLoop loop : loops.all()) {
      VertxUpstreamClient upstream = new VertxUpstreamClient(loop, connectTimeout);
      upstreams.add(upstream);
      doors.add(new FrontDoor(loop, listen, attendance, admission, rules, bodies, upstream));
    }
  }

  /**
   * Begins to serve.
   *
   * @throws UncheckedIOException if the port can't be had
   */
  public void start() {
    try {
      for (FrontDoor door : doors) {
        await(door.listen(), START);
      }
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      String what =
          "libra.gateway.port: can't listen on %s:%d: %s"
              .formatted(listen.host(), listen.port(), cause.getMessage());
      throw new UncheckedIOException(what, new IOException(cause));
    }
  }

  private static void await(Future<?> future, Duration longest)
      throws ExecutionException, TimeoutException {
    try {
      future
          .toCompletionStage()
          .toCompletableFuture()
          .get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Waits until the port is free again. */
  private static void close(FrontDoor door) {
    try {
      await(door.close(), START);
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.WARNING, "The gateway's port could not be closed in order", e);
    }
  }

  /** Connections of clients. */
  public int connections() {
    return attendance.connections();
  }

  /** Takes nothing new, lets the requests under way end for up to 20 s, and closes all. */
  @Override
  public void close() {
    if (attendance.isLeaving()) {
      return;
    }
    attendance.leave();
    doors.forEach(FrontDoor::leave);
    try {
      long until = System.nanoTime() + LEAVE.toNanos();
      while (attendance.requests() > 0 && System.nanoTime() - until < 0) {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    doors.forEach(GatewayServer::close);
    upstreams.forEach(VertxUpstreamClient::close);
    loops.close();
  }
}
