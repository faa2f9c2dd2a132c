package dev.libra.traffic.engine;

import dev.libra.traffic.call.Call;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sends calls over kept connections and says how each ended; all of it on one event loop. */
final class Sender {
  private static final int CONNECT_TIMEOUT_MS = 10_000;

  private final EngineSettings settings;
  private final InetSocketAddress target;
  private final Bootstrap bootstrap;
  private final RequestBytes requests;
  private final Loop loop;
  private final Map<Integer, Lane> lanes = new HashMap<>();
  private volatile int inFlight;

  Sender(EngineSettings settings, Loop loop) {
    this.settings = settings;
    this.loop = loop;
    this.target = new InetSocketAddress(settings.gateway().getHost(), settings.port());
    this.requests = new RequestBytes(settings.gateway());
    this.bootstrap =
        new Bootstrap()
            .group(loop.events())
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MS);
  }

  int inFlight() {
    return inFlight;
  }

  /**
   * Sends the call.
   *
   * @return false if too many are under way: it isn't sent
   */
  boolean send(Call call, Consumer<Outcome> ended) {
    if (inFlight >= settings.maxInFlight()) {
      return false;
    }
    change(1);
    Consumer<Outcome> counted =
        outcome -> {
          change(-1);
          ended.accept(outcome);
        };
    lane(call.client()).send(new Exchange(call, System.nanoTime(), counted));
    return true;
  }

  /** Gives up requests without a byte for too long, and closes connections idle for too long. */
  void sweep() {
    long now = System.nanoTime();
    // A copy: what ends may be repeated, and so open a lane.
    List.copyOf(lanes.values()).forEach(lane -> lane.sweep(now, settings.timeout().toNanos()));
  }

  /** Ends whatever is under way. */
  void close() {
    List.copyOf(lanes.values()).forEach(Lane::close);
  }

  private Lane lane(int client) {
    Lane lane = lanes.get(client);
    if (lane == null) {
      InetSocketAddress from = ClientAddress.of(client, target.getAddress());
      lane = new Lane(bootstrap, from, target, requests, loop);
      lanes.put(client, lane);
    }
    return lane;
  }

  /** Only the event loop writes it, so it need not be atomic. */
  private void change(int by) {
    inFlight = inFlight + by;
  }
}
