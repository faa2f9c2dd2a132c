package dev.libra.traffic.engine;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The connections of one client. A call takes a free one; if there is none it waits for the first
 * that becomes free or is opened.
 */
final class Lane {
  private static final int MOST = 8192;

  /** Shorter than the gateway keeps idle connections, so that none is closed under a request. */
  private static final long KEEP_ALIVE_NS = 20_000_000_000L;

  private final Bootstrap bootstrap;
  private final InetSocketAddress from;
  private final InetSocketAddress target;
  private final RequestBytes requests;
  private final Loop loop;
  private final Growth growth = new Growth(System.nanoTime());
  private final Set<Connection> open = new HashSet<>();
  private final Deque<Connection> free = new ArrayDeque<>();
  private final Deque<Exchange> waiting = new ArrayDeque<>();
  private int opening;
  private boolean openingLater;
  private boolean closed;

  /**
   * @param from the client's own address, or null for any
   */
  Lane(
      Bootstrap bootstrap,
      InetSocketAddress from,
      InetSocketAddress target,
      RequestBytes requests,
      Loop loop) {
    this.bootstrap = bootstrap;
    this.from = from;
    this.target = target;
    this.requests = requests;
    this.loop = loop;
  }

  void send(Exchange exchange) {
    Connection kept = free.pollFirst();
    if (kept != null) {
      kept.send(exchange, requests);
    } else {
      waiting.addLast(exchange);
      open();
    }
  }

  void freed(Connection connection) {
    Exchange next = waiting.pollFirst();
    if (next != null) {
      connection.send(next, requests);
    } else {
      // The last used first: the others can grow idle and go.
      free.addFirst(connection);
    }
  }

  void gone(Connection connection) {
    if (open.remove(connection)) {
      free.remove(connection);
      open();
    }
  }

  void sweep(long now, long timeoutNs) {
    while (!waiting.isEmpty() && now - waiting.peekFirst().since() > timeoutNs) {
      waiting.pollFirst().end(Outcome.TIMEOUT);
    }
    for (Connection connection : List.copyOf(open)) {
      long limit = connection.isBusy() ? timeoutNs : KEEP_ALIVE_NS;
      if (now - connection.lastActivity() > limit) {
        connection.end(Outcome.TIMEOUT);
      }
    }
  }

  void close() {
    closed = true;
    List.copyOf(open).forEach(connection -> connection.end(Outcome.CONNECTION));
    while (!waiting.isEmpty()) {
      waiting.pollFirst().end(Outcome.CONNECTION);
    }
  }

  private void open() {
    boolean wanted = opening < waiting.size() && open.size() + opening < MOST;
    if (!wanted || closed) {
      return;
    }
    if (growth.take(open.size() + opening, System.nanoTime())) {
      connect();
    } else if (!openingLater) {
      openingLater = true;
      loop.after(Growth.SPAN_S, this::openLater);
    }
  }

  private void openLater() {
    openingLater = false;
    open();
  }

  private void connect() {
    opening++;
    Connection connection = new Connection(this);
    ChannelFuture future = bootstrap.clone().handler(initializer(connection)).connect(target, from);
    future.addListener(done -> opened(connection, future));
  }

  private void opened(Connection connection, ChannelFuture future) {
    opening--;
    if (!future.isSuccess()) {
      growth.failed();
      Exchange unlucky = waiting.pollFirst();
      if (unlucky != null) {
        unlucky.end(Outcome.CONNECTION);
      }
    } else if (closed) {
      future.channel().close();
    } else {
      connection.opened(future.channel());
      open.add(connection);
      freed(connection);
    }
    open();
  }

  private static ChannelInitializer<Channel> initializer(Connection connection) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        channel.pipeline().addLast(connection);
      }
    };
  }
}
