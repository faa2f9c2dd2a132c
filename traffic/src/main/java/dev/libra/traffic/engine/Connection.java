package dev.libra.traffic.engine;

import dev.libra.traffic.engine.AnswerReader.MalformedAnswerException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** One kept connection; it carries one request at a time. */
final class Connection extends ChannelInboundHandlerAdapter {
  private final Lane lane;
  private final AnswerReader answer = new AnswerReader();
  private Channel channel;
  private Exchange exchange;
  private long lastActivity = System.nanoTime();

  Connection(Lane lane) {
    this.lane = lane;
  }

  void opened(Channel opened) {
    channel = opened;
  }

  /** When bytes last moved here, in ns of {@link System#nanoTime()}. */
  long lastActivity() {
    return lastActivity;
  }

  boolean isBusy() {
    return exchange != null;
  }

  /** Sends a call; its outcome is told once, whatever happens. */
  void send(Exchange next, RequestBytes requests) {
    exchange = next;
    lastActivity = System.nanoTime();
    answer.begin(next.call().method().equals("HEAD"));
    channel.writeAndFlush(requests.of(next.call(), channel.alloc()), channel.voidPromise());
  }

  /** Ends the request, if one is under way, and the connection. */
  void end(Outcome outcome) {
    Exchange ended = close();
    if (ended != null) {
      ended.end(outcome);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf in = (ByteBuf) message;
    try {
      lastActivity = System.nanoTime();
      if (exchange == null) {
        end(Outcome.MALFORMED);
      } else if (answer.read(in)) {
        complete(in.isReadable());
      }
    } catch (MalformedAnswerException e) {
      end(Outcome.MALFORMED);
    } finally {
      in.release();
    }
  }

  private void complete(boolean moreFollows) {
    Exchange ended = exchange;
    int status = answer.status();
    if (moreFollows || !answer.keepAlive()) {
      close();
    } else {
      exchange = null;
      lane.freed(this);
    }
    ended.end(status);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    boolean proper = answer.endsWithConnection();
    Exchange ended = close();
    if (ended != null && proper) {
      ended.end(answer.status());
    } else if (ended != null) {
      ended.end(Outcome.CONNECTION);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    end(Outcome.CONNECTION);
  }

  private Exchange close() {
    Exchange ended = exchange;
    exchange = null;
    lane.gone(this);
    if (channel != null) {
      channel.close();
    }
    return ended;
  }
}
