package dev.libra.bench.traffic;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A fast target that answers every GET with the same small JSON, at once or after a known time: the
 * arguments are port, median of the log-normal latency in ms (0 = at once), its sigma, and how long
 * it stalls every ten seconds in ms.
 */
public final class Upstream {
  private static final String BODY = "{\"id\":\"p00042\",\"name\":\"lamp\",\"priceCents\":4200}";
  private static final byte[] ANSWER =
      ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
              + BODY.length()
              + "\r\n\r\n"
              + BODY)
          .getBytes(StandardCharsets.US_ASCII);
  private static final int REQUEST_END = '\r' << 24 | '\n' << 16 | '\r' << 8 | '\n';
  private static final long STALL_EVERY_MS = 10_000;

  private final double medianMs;
  private final double sigma;
  private final long stallMs;
  private final long startNanos = System.nanoTime();
  private final Random random = new Random(1);

  private Upstream(double medianMs, double sigma, long stallMs) {
    this.medianMs = medianMs;
    this.sigma = sigma;
    this.stallMs = stallMs;
  }

  public static void main(String[] arguments) throws InterruptedException {
    Upstream upstream =
        new Upstream(
            Double.parseDouble(arguments[1]),
            Double.parseDouble(arguments[2]),
            Long.parseLong(arguments[3]));
    upstream.listen(Integer.parseInt(arguments[0]));
  }

  private void listen(int port) throws InterruptedException {
    NioEventLoopGroup loop = new NioEventLoopGroup(1);
    new ServerBootstrap()
        .group(loop)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, 4096)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new Answering());
              }
            })
        .bind("127.0.0.1", port)
        .sync();
    System.out.println("upstream listens on port " + port);
  }

  /** Rounded up to whole ms, for that is what the event loop's timers can do. */
  private long delayMs() {
    double drawn = medianMs == 0 ? 0 : medianMs * Math.exp(sigma * random.nextGaussian());
    long sinceStall = (System.nanoTime() - startNanos) / 1_000_000 % STALL_EVERY_MS;
    long stalled = STALL_EVERY_MS - sinceStall <= stallMs ? STALL_EVERY_MS - sinceStall : 0;
    return Math.max(Math.round(drawn), stalled);
  }

  private final class Answering extends ChannelInboundHandlerAdapter {
    private int lastFour;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf in = (ByteBuf) message;
      int requests = 0;
      while (in.isReadable()) {
        lastFour = lastFour << 8 | in.readByte();
        requests += lastFour == REQUEST_END ? 1 : 0;
      }
      in.release();
      for (int i = 0; i < requests; i++) {
        long delay = delayMs();
        if (delay == 0) {
          answer(context);
        } else {
          context.executor().schedule(() -> answer(context), delay, TimeUnit.MILLISECONDS);
        }
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }

    private void answer(ChannelHandlerContext context) {
      context.writeAndFlush(Unpooled.wrappedBuffer(ANSWER), context.voidPromise());
    }
  }
}
